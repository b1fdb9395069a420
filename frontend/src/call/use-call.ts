import { useSignal } from '@preact/signals';
import { NONE, type Outcome } from './outcome';

/** A call of this form, one at a time, and what came of the last. */
export function useCall(
  name: string,
  call: () => Promise<Outcome>,
): { outcome: Outcome; waits: boolean; run: () => void } {
  const outcome = useSignal<Outcome>(NONE);

  async function run(): Promise<void> {
    if (outcome.peek().kind === 'waiting') return;
    outcome.value = { kind: 'waiting', call: name };
    outcome.value = await call();
  }

  return { outcome: outcome.value, waits: outcome.value.kind === 'waiting', run: () => void run() };
}
