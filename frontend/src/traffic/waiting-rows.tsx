import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request } from '../browser/api';
import { cancelled, cancelledText } from '../call/cancelled';
import { begunAt, nameOf } from '../call/waiting-call';
import { elapsed } from '../lib/elapsed';
import { printable } from '../lib/text';
import { rich, word } from '../lib/words';
import type { Waiting } from '../live/protocol';
import { waitingOn } from '../live/operations';
import { say } from '../ui/notices';

/** The calls that wait on a socket, below what has passed: the next row, once it is there. */
export function WaitingRows({ socketId }: { socketId: string }) {
  return (
    <>
      {waitingOn(socketId).map((waiting) => (
        <WaitingRow key={waiting.id} waiting={waiting} />
      ))}
    </>
  );
}

function WaitingRow({ waiting }: { waiting: Waiting }) {
  const { id, call, timeout, socket_id, started_at } = waiting;
  const began = begunAt(nameOf(socket_id, call)) ?? Date.parse(started_at);

  async function cancel(): Promise<void> {
    const outcome = await request('DELETE', `/operations/${encodeURIComponent(id)}`);
    if (!outcome.ok) return;
    const text = cancelledText(waiting);
    cancelled.value = { socketId: socket_id, text };
    say(text);
  }

  return (
    <div class="pending" role="group" aria-label={word('traffic.waits.name', { call: printable(call) })}>
      <span class="glyph" aria-hidden="true">
        ◔
      </span>
      <span>
        {rich('traffic.waits', {
          call: <code>{printable(call)}</code>,
          time: <Elapsed began={began} />,
          limit: timeout === null ? word('traffic.waits.unlimited') : word('traffic.waits.limit', { n: timeout }),
        })}
      </span>
      <button
        type="button"
        class="quiet small"
        aria-label={word('traffic.cancel', { call: printable(call) })}
        onClick={() => void cancel()}
      >
        {word('traffic.cancel.short')}
      </button>
    </div>
  );
}

function Elapsed({ began }: { began: number }) {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return (
    <span class="timer" aria-hidden="true">
      {elapsed(now.value - began)}
    </span>
  );
}
