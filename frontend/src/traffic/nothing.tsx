import { printable } from '../lib/text';
import { rich, word } from '../lib/words';
import { filter, matching } from '../filter/traffic-filter';
import { go, withQuery } from '../browser/router';
import { filterName } from './wishes';
import type { Socket } from '../lib/wire';
import { waitingOn } from '../live/operations';
import { receiveCall } from '../call/receiving';
import { recording } from '../live/source';
import { loading, loadProblem } from '../live/traffic';
import type { Direction } from './view';

/** Why there is no row. */
export function Nothing({ socket, direction }: { socket: Socket | null; direction: Direction | null }) {
  if (filter.value === '' || loading.value || matching.value === null)
    return (
      <p class="nothing" role="status">
        {words(socket, direction)}
      </p>
    );
  return (
    <div class="nothing">
      <p role="status">{rich('traffic.none.matches', { filter: <code>{printable(filter.value)}</code> })}</p>
      <button
        type="button"
        onClick={() => {
          go(withQuery({ [filterName(socket?.id ?? null)]: null }));
        }}
      >
        {word('traffic.filter.clear')}
      </button>
    </div>
  );
}

/** Of one that will never have any; null where it may. */
export function neverWords({ state }: Socket, direction: Direction | null = null): string | null {
  if (state === 'CLOSED') return word(direction === null ? 'traffic.none.closed' : 'traffic.none.closed.way');
  return state === 'LISTENING' ? word('traffic.none.listening') : null;
}

function words(socket: Socket | null, direction: Direction | null): string {
  if (loadProblem.value) return loadProblem.value.detail;
  if (loading.value) return word('traffic.loading');
  if (recording.value !== null) return word('traffic.none.recorded');
  if (socket === null) return word('traffic.none');
  const never = neverWords(socket, direction);
  if (never !== null) return never;
  if (direction === 'sent') return word('traffic.none.sent');
  const [waiting] = waitingOn(socket.id);
  if (waiting) return word('traffic.none.waiting', { call: waiting.call });
  return socket.responder
    ? word('traffic.none.responder')
    : word('traffic.none.received', { call: receiveCall(socket).name });
}
