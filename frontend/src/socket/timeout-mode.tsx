import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useId } from 'preact/hooks';
import type { Socket } from '../lib/wire';
import { FailedCard } from '../call/failed-card';
import type { FailedCall } from '../call/make';
import { setTimeoutOf } from '../call/set-timeout';

type Mode = 'blocking' | 'non-blocking' | 'seconds';

const MODES: Record<Mode, string> = {
  blocking: 'Blocking',
  'non-blocking': 'Non-blocking',
  seconds: 'Time-out in seconds',
};

const USUAL = 5;

/** How long calls on the socket may wait. */
export function TimeoutMode({ socket: { id, timeout } }: { socket: Socket }) {
  const field = useId();
  const chosen = useSignal<Mode | null>(null);
  const typed = useSignal(String(timeout === null || timeout === 0 ? USUAL : timeout));
  const failed = useSignal<FailedCall | null>(null);
  const mode = chosen.value ?? modeOf(timeout);
  const wanted = { blocking: null, 'non-blocking': 0, seconds: Number(typed.value) }[mode];

  async function submit(event?: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault();
    const made = await setTimeoutOf(id, wanted);
    failed.value = made.ok ? null : made;
    if (made.ok) chosen.value = null;
  }

  return (
    <form class="timeout-form" onSubmit={(event) => void submit(event)}>
      <label for={field}>Calls on it are</label>
      <select
        id={field}
        value={mode}
        onChange={({ currentTarget }) => {
          chosen.value = currentTarget.value as Mode;
        }}
      >
        {Object.entries(MODES).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {mode === 'seconds' && (
        <input
          type="number"
          min="0"
          step="any"
          required
          aria-label="Seconds"
          value={typed}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      )}
      <button>Set mode</button>
      {failed.value && <FailedCard {...failed.value} onRetry={() => void submit()} />}
    </form>
  );
}

function modeOf(timeout: number | null): Mode {
  if (timeout === null) return 'blocking';
  return timeout === 0 ? 'non-blocking' : 'seconds';
}
