import { go, withQuery } from '../browser/router';
import { filter } from '../live/sockets';
import { filterText, PlaceFilter } from '../filter/place-filter';
import { hasTerm, toggled } from '../filter/term';

const CHIPS = {
  Listening: 'state:listening',
  Connected: 'state:connected',
  Waiting: 'waiting:any',
  TCP: 'type:tcp',
  UDP: 'type:udp',
  UNIX: 'type:unix',
  Closed: 'state:closed',
};

/** The filter of the list, and what is asked for most. */
export function FilterBar() {
  return (
    <>
      <PlaceFilter on="sockets" label="Filter sockets" inForce={filter} />
      <div class="chips" role="group" aria-label="Quick filters">
        {Object.entries(CHIPS).map(([name, term]) => (
          <button
            type="button"
            key={name}
            aria-pressed={hasTerm(filterText.value, term)}
            onClick={() => {
              go(withQuery({ filter: toggled(filterText.peek(), term) }));
            }}
          >
            {name}
          </button>
        ))}
      </div>
    </>
  );
}
