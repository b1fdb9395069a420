import { useKeys } from '../browser/keys';
import { closeSockets } from '../call/close';
import { FailedCard } from '../call/failed-card';
import type { FailedCall } from '../call/make';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { perRun } from '../live/run';
import { Icon } from '../ui/icon';

/** The close that failed last: told where there is room for it. */
const failed = perRun<FailedCall | null>(null);

/** Asks first where something would be lost. */
async function close(id: string): Promise<void> {
  failed.value = (await closeSockets([id]))?.[0] ?? null;
}

export function CloseSocket({ socket: { id } }: { socket: Socket }) {
  useKeys({ x: { says: word('socket.keys.close'), run: () => void close(id) } });
  return (
    <button type="button" class="quiet" title={word('socket.close.title')} onClick={() => void close(id)}>
      <Icon name="close" />
      <span class="word">{word('socket.close')}</span>
    </button>
  );
}

export function FailedClose({ id }: { id: string }) {
  const last = failed.value;
  return last?.call.target === id ? <FailedCard {...last} onRetry={() => void close(id)} /> : null;
}
