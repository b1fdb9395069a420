import { cancelled } from '../call/cancelled';
import { closedWord, shutWord } from '../call/ended';
import { FailedCard } from '../call/failed-card';
import { OperationCard } from '../call/operation-card';
import { dismissLatest, latestOn, run } from '../call/runs';
import { Composer } from '../composer/composer';
import { Repeats } from '../composer/repeats';
import { age } from '../lib/format';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { now } from '../live/age';
import { FEW, useCallLog } from '../live/calls-log';
import { waitingOn } from '../live/operations';
import { Icon } from '../ui/icon';
import { FailedClose } from './close-socket';
import { ListenerFoot } from './listener-foot';
import { SendFile } from './send-file';
import type { Tab } from './tabs';
import { isTransferred, TransferCards } from './transfer-cards';

/** They have what waits as their last row. */
const SHOW_WHAT_WAITS: ReadonlySet<Tab> = new Set(['traffic', 'conversation']);

/** Below every tab: what waits, what failed, and what can be said to the peer. */
export function Foot({ socket, tab }: { socket: Socket; tab: Tab }) {
  return (
    <div class="docked">
      {!SHOW_WHAT_WAITS.has(tab) && <Waits id={socket.id} />}
      <TransferCards socketId={socket.id} />
      <SendFile socketId={socket.id} />
      <Repeats socketId={socket.id} />
      <Cancelled id={socket.id} />
      <FailedClose id={socket.id} />
      <Failed id={socket.id} />
      <Speaking socket={socket} />
    </div>
  );
}

function Speaking({ socket }: { socket: Socket }) {
  if (socket.state === 'LISTENING') return <ListenerFoot socket={socket} />;
  return (
    <>
      <Ended socket={socket} />
      {socket.state !== 'CLOSED' && <Composer socket={socket} />}
    </>
  );
}

/** Who closed it, or shut it down for sending. */
function Ended({ socket }: { socket: Socket }) {
  const { calls } = useCallLog(socket.id, FEW);
  const how = socket.state === 'CLOSED' ? closedWord(calls) : shutWord(calls);
  return how === null ? null : (
    <p class="closed-note" role="status">
      {word(how, { age: closedAgo(socket) })}
    </p>
  );
}

function closedAgo({ closed_at }: Socket): string {
  return closed_at === null ? '' : age(Math.max(0, now.value - Date.parse(closed_at)));
}

/** The calls that wait, in order. */
function Waits({ id }: { id: string }) {
  return (
    <>
      {waitingOn(id)
        .filter(({ call }) => !isTransferred(id, call))
        .map((waiting) => (
          <OperationCard key={waiting.id} waiting={waiting} />
        ))}
    </>
  );
}

function Cancelled({ id }: { id: string }) {
  const last = cancelled.value;
  return last?.socketId === id ? (
    <p class="hint cancelled" role="status">
      {last.text}
    </p>
  ) : null;
}

/** It stays until it is dismissed, or the next call is made. */
function Failed({ id }: { id: string }) {
  const latest = latestOn(id);
  if (latest?.run.kind !== 'failed') return null;
  const { call } = latest;
  return (
    <FailedCard problem={latest.run.problem} call={call} onRetry={() => void run(call, 'bar')}>
      <button
        type="button"
        class="quiet icon-only"
        aria-label={word('socket.dismiss')}
        title={word('socket.dismiss')}
        onClick={() => {
          dismissLatest(id);
        }}
      >
        <Icon name="close" />
      </button>
    </FailedCard>
  );
}
