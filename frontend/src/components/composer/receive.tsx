import { useSignal } from '@preact/signals';
import type { Socket } from '../../lib/api';
import { NONE, OutcomeText, type Outcome } from './outcome';
import { receive, receiveCall } from './sending';

/** One call that reads, apart from what is being sent: the two directions do not wait for each other. */
export function Receive({ socket }: { socket: Socket }) {
  const outcome = useSignal<Outcome>(NONE);
  const waits = outcome.value.kind === 'waiting';

  async function run(): Promise<void> {
    if (waits) return;
    outcome.value = { kind: 'waiting', call: receiveCall(socket).name };
    outcome.value = await receive(socket);
  }

  return (
    <span class="composer-receive">
      <button type="button" aria-disabled={waits} onClick={() => void run()}>Receive</button>
      <OutcomeText outcome={outcome.value} onRetry={() => void run()} />
    </span>
  );
}
