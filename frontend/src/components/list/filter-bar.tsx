import { computed } from '@preact/signals';
import { go, place, withQuery } from '../../lib/router';
import { filter } from '../../stores/sockets';
import { PlaceFilter } from '../filter/place-filter';
import { hasTerm, toggled } from '../filter/term';

const text = computed(() => place.value.searchParams.get('filter') ?? '');

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
          <button type="button" key={name} aria-pressed={hasTerm(text.value, term)} onClick={() => { go(withQuery({ filter: toggled(text.peek(), term) })); }}>
            {name}
          </button>
        ))}
      </div>
    </>
  );
}
