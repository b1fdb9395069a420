import { cancel } from '../call/cancel';
import { Timer } from '../call/timer';
import { begunAt, nameOf } from '../call/waiting-call';
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
  const { call, timeout, socket_id, started_at } = waiting;
  const began = begunAt(nameOf(socket_id, call)) ?? Date.parse(started_at);

  async function end(): Promise<void> {
    const problem = await cancel(waiting);
    if (problem !== null) say(problem);
  }

  return (
    <div class="pending" role="group" aria-label={word('traffic.waits.name', { call: printable(call) })}>
      <span class="glyph" aria-hidden="true">
        ◔
      </span>
      <span>
        {rich('traffic.waits', {
          call: <code>{printable(call)}</code>,
          time: <Timer began={began} />,
          limit: timeout === null ? word('traffic.waits.unlimited') : word('traffic.waits.limit', { n: timeout }),
        })}
      </span>
      <button
        type="button"
        class="quiet small"
        aria-label={word('traffic.cancel', { call: printable(call) })}
        onClick={() => void end()}
      >
        {word('traffic.cancel.short')}
      </button>
    </div>
  );
}
