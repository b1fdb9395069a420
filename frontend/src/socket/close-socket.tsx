import { useSignal } from '@preact/signals';
import { useKeys } from '../browser/keys';
import { closeSockets } from '../call/close';
import { FailedCard } from '../call/failed-card';
import type { FailedCall } from '../call/make';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { Icon } from '../ui/icon';

/** Asks first where something would be lost. */
export function CloseSocket({ socket: { id } }: { socket: Socket }) {
  const failed = useSignal<readonly FailedCall[]>([]);

  async function close(): Promise<void> {
    failed.value = await closeSockets([id]);
  }

  useKeys({ x: () => void close() });
  return (
    <>
      <button type="button" class="quiet" title={word('socket.close.title')} onClick={() => void close()}>
        <Icon name="close" />
        <span class="word">{word('socket.close')}</span>
      </button>
      {failed.value.map((one) => (
        <FailedCard key={id} {...one} onRetry={() => void close()} />
      ))}
    </>
  );
}
