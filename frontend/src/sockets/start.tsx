import { useSignal } from '@preact/signals';
import { startEchoServer, told, type NotStarted } from '../new-socket/echo-server';
import { say } from '../ui/notices';
import { FailedCard } from '../call/failed-card';
import { openNewSocketAt } from '../new-socket/new-socket';
import { NoSockets } from './no-sockets';

/** Where there is nothing to see yet: ways to begin. */
export function Start() {
  const failed = useSignal<NotStarted | null>(null);

  async function start(): Promise<void> {
    const result = await startEchoServer();
    failed.value = 'problem' in result ? result : null;
    if ('port' in result) say(told(result));
  }

  return (
    <section class="notice start" aria-labelledby="no-sockets">
      <h2 id="no-sockets">No sockets yet</h2>
      <p>
        Every socket that is opened here or through the API appears in this list. The echo server echoes while this page
        is open.
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => void start()}>
          Start an echo server on 127.0.0.1
        </button>
        <button
          type="button"
          onClick={() => {
            openNewSocketAt('TCP client');
          }}
        >
          Connect to…
        </button>
        <a class="button" href="/names/getaddrinfo">
          Look up a name
        </a>
      </div>
      {failed.value && (
        <FailedCard problem={failed.value.problem} call={failed.value.call} onRetry={() => void start()} />
      )}
      <NoSockets />
    </section>
  );
}
