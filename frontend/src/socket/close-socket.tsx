import { useSignal } from '@preact/signals';
import type { Socket } from '../lib/wire';
import { useKeys } from '../browser/keys';
import { closeSockets } from '../call/close';
import { FailedCard } from '../call/failed-card';
import type { FailedCall } from '../call/make';

/** Asks first where something would be lost. */
export function CloseSocket({ socket: { id } }: { socket: Socket }) {
  const failed = useSignal<readonly FailedCall[]>([]);

  async function close(): Promise<void> {
    failed.value = await closeSockets([id]);
  }

  useKeys({ x: () => void close() });
  return (
    <>
      <button type="button" onClick={() => void close()}>
        Close
      </button>
      {failed.value.map((one) => (
        <FailedCard key={id} {...one} onRetry={() => void close()} />
      ))}
    </>
  );
}
