import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useId } from 'preact/hooks';
import type { Socket } from '../lib/wire';
import { FailedCard } from '../call/failed-card';
import type { FailedCall } from '../call/make';
import { setTimeoutOf } from '../call/set-timeout';
import { word } from '../lib/words';

type Mode = 'blocking' | 'non-blocking' | 'seconds';

const MODES: readonly Mode[] = ['blocking', 'non-blocking', 'seconds'];

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
      <label for={field}>{word('timeout.are')}</label>
      <select
        id={field}
        value={mode}
        onChange={({ currentTarget }) => {
          chosen.value = currentTarget.value as Mode;
        }}
      >
        {MODES.map((value) => (
          <option key={value} value={value}>
            {word(`timeout.${value}`)}
          </option>
        ))}
      </select>
      {mode === 'seconds' && (
        <input
          type="number"
          min="0"
          step="any"
          required
          aria-label={word('timeout.in-seconds')}
          value={typed}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      )}
      <button>{word('timeout.set')}</button>
      {failed.value && <FailedCard {...failed.value} onRetry={() => void submit()} />}
    </form>
  );
}

function modeOf(timeout: number | null): Mode {
  if (timeout === null) return 'blocking';
  return timeout === 0 ? 'non-blocking' : 'seconds';
}
