import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useId } from 'preact/hooks';
import { request, type Problem } from '../browser/api';
import type { Socket } from '../lib/wire';
import { say } from '../ui/notices';
import { ErrnoCard } from '../errors/errno-card';

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
  const problem = useSignal<Problem | null>(null);
  const mode = chosen.value ?? modeOf(timeout);
  const wanted = { blocking: null, 'non-blocking': 0, seconds: Number(typed.value) }[mode];

  async function submit(event?: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault();
    const outcome = await request('POST', `/sockets/${encodeURIComponent(id)}/settimeout`, {
      body: { timeout: wanted },
    });
    problem.value = outcome.ok ? null : outcome.problem;
    if (!outcome.ok) return;
    chosen.value = null;
    say(`${id} is ${wanted === null ? 'blocking' : wanted === 0 ? 'non-blocking' : `set to wait ${wanted} s at most`}`);
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
      {problem.value !== null && (
        <ErrnoCard
          problem={problem.value}
          call={{ name: 'settimeout', text: `settimeout(${wanted ?? 'None'})` }}
          onRetry={() => void submit()}
        />
      )}
    </form>
  );
}

function modeOf(timeout: number | null): Mode {
  if (timeout === null) return 'blocking';
  return timeout === 0 ? 'non-blocking' : 'seconds';
}
