import { useSignal } from '@preact/signals';
import { load } from '../browser/load';
import type { NotStarted } from '../new-socket/echo-server';
import { word } from '../lib/words';
import { say } from '../ui/notices';
import { FailedCard } from '../call/failed-card';
import { openNewSocketAt } from '../new-socket/new-socket';
import { NoSockets } from './no-sockets';

/** Where there is nothing to see yet: ways to begin. */
export function Start() {
  const failed = useSignal<NotStarted | null>(null);

  async function start(): Promise<void> {
    const echo = await load(() => import('../new-socket/echo-server'));
    if (!echo) return;
    const result = await echo.startEchoServer();
    failed.value = 'problem' in result ? result : null;
    if ('port' in result) say(echo.told(result));
  }

  return (
    <section class="notice start" aria-labelledby="no-sockets">
      <h2 id="no-sockets">{word('sockets.start.title')}</h2>
      <p>{word('sockets.start.what')}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => void start()}>
          {word('app.command.echo')}
        </button>
        <button
          type="button"
          onClick={() => {
            openNewSocketAt('TCP client');
          }}
        >
          {word('app.command.connect')}
        </button>
        <a class="button" href="/names/getaddrinfo">
          {word('sockets.start.names')}
        </a>
      </div>
      {failed.value && (
        <FailedCard problem={failed.value.problem} call={failed.value.call} onRetry={() => void start()} />
      )}
      <NoSockets />
    </section>
  );
}
