import { useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { printable } from '../lib/text';
import { counted, rich, word } from '../lib/words';
import { begunAt, nameOf } from './waiting-call';
import type { Waiting } from '../live/protocol';
import { cancel } from './cancel';
import { setTimeoutOf } from './set-timeout';
import { Timer, useNow } from './timer';

/** A peer that has taken nothing for so long is said not to read. */
const STALL = 2_000;

/** A call that waits, for how long, and the way out of it. Leaving the page does not end it. */
export function OperationCard({ waiting, on }: { waiting: Waiting; on?: ComponentChildren }) {
  const setting = useSignal(false);
  const problem = useSignal<string | null>(null);
  const began = begunAt(nameOf(waiting.socket_id, waiting.call)) ?? Date.parse(waiting.started_at);

  async function end(): Promise<void> {
    problem.value = await cancel(waiting);
  }

  return (
    <div class="operation-card" role="group" aria-label={word('call.waiting', { call: waiting.call })}>
      <span aria-hidden="true">◔</span> {on} <code>{printable(waiting.call)}</code>
      <span>{rich('call.waits', { time: <Timer began={began} /> })}</span>
      {waiting.total === null ? (
        <span class="hint">{limit(waiting.timeout)}</span>
      ) : (
        <Progress waiting={waiting} total={waiting.total} />
      )}
      <span class="buttons">
        <button type="button" aria-label={word('call.cancel.of', { call: waiting.call })} onClick={() => void end()}>
          {word('call.cancel')}
        </button>
        {waiting.socket_id !== null && (
          <button
            type="button"
            aria-expanded={setting.value}
            onClick={() => {
              setting.value = !setting.peek();
            }}
          >
            {word('call.set-timeout')}
          </button>
        )}
      </span>
      {setting.value && waiting.socket_id !== null && (
        <TimeoutForm
          id={waiting.socket_id}
          onEnd={() => {
            setting.value = false;
          }}
        />
      )}
      {problem.value !== null && (
        <span class="problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

function limit(timeout: number | null): string {
  return timeout === null ? word('call.limit.none') : word('call.limit', { n: timeout });
}

function Progress({ waiting: { progress, call }, total }: { waiting: Waiting; total: number }) {
  const now = useNow();
  const last = useRef({ progress, time: now });
  if (last.current.progress !== progress) last.current = { progress, time: now };
  const stalled = now - last.current.time >= STALL;
  return (
    <>
      <progress max={total} value={progress} aria-label={word('call.progress', { call })} />
      <span>{word('call.progress.of', { percent: percent(progress, total), size: counted('bytes', total) })}</span>
      {stalled && <span class="stalled">{word('call.stalled')}</span>}
    </>
  );
}

export function percent(progress: number, total: number): string {
  return `${total === 0 ? 100 : Math.floor((progress / total) * 100)} %`;
}

function TimeoutForm({ id, onEnd }: { id: string; onEnd: () => void }) {
  const field = useId();
  const problem = useSignal<string | null>(null);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const timeout = Number(new FormData(event.currentTarget).get('seconds'));
    const made = await setTimeoutOf(id, timeout);
    if (made.ok) onEnd();
    else problem.value = made.problem.detail;
  }

  return (
    <form class="timeout-form" onSubmit={(event) => void submit(event)}>
      <label for={field}>{word('timeout.next')}</label>
      <input id={field} name="seconds" type="number" min="0" step="any" defaultValue="5" required />
      <button>{word('timeout.set.short')}</button>
      {problem.value !== null && (
        <span class="problem" role="alert">
          {problem}
        </span>
      )}
    </form>
  );
}
