import { printable } from '../lib/text';
import { rich, word } from '../lib/words';
import { filter, matching } from '../filter/traffic-filter';
import { go, withQuery } from '../browser/router';
import { filterName } from './wishes';
import { waitingOn } from '../live/operations';
import { socketById } from '../live/sockets';
import { recording } from '../live/source';
import { loading, loadProblem } from '../live/traffic';
import type { Direction } from './view';

/** Why there is no row. */
export function Nothing({ socketId, direction }: { socketId: string | null; direction: Direction | null }) {
  if (filter.value === '' || loading.value || matching.value === null)
    return (
      <p class="nothing" role="status">
        {words(socketId, direction)}
      </p>
    );
  return (
    <div class="nothing">
      <p role="status">{rich('traffic.none.matches', { filter: <code>{printable(filter.value)}</code> })}</p>
      <button
        type="button"
        onClick={() => {
          go(withQuery({ [filterName(socketId)]: null }));
        }}
      >
        {word('traffic.filter.clear')}
      </button>
    </div>
  );
}

function words(socketId: string | null, direction: Direction | null): string {
  if (loadProblem.value) return loadProblem.value.detail;
  if (loading.value) return word('traffic.loading');
  if (recording.value !== null) return word('traffic.none.recorded');
  if (socketId === null) return word('traffic.none');
  const socket = socketById(socketId)?.value;
  if (socket?.state === 'CLOSED') return word(direction === null ? 'traffic.none.closed' : 'traffic.none.closed.way');
  if (socket?.state === 'LISTENING') return word('traffic.none.listening');
  if (direction === 'sent') return word('traffic.none.sent');
  const [waiting] = waitingOn(socketId);
  if (waiting) return word('traffic.none.waiting', { call: waiting.call });
  return word(socket?.responder ? 'traffic.none.responder' : 'traffic.none.received');
}
