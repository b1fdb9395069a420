import { computed, effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { go, place, withQuery } from '../../lib/router';
import { filter } from '../../stores/sockets';
import { FilterField } from '../filter-field';
import { hasTerm, toggled } from '../filter/term';

const text = computed(() => place.value.searchParams.get('filter') ?? '');

const isOff = signal(false);

/** The last one that the server took. */
const valid = signal('');

const CHIPS = {
  Listening: 'state:listening',
  Connected: 'state:connected',
  Waiting: 'waiting:any',
  TCP: 'type:tcp',
  UDP: 'type:udp',
  UNIX: 'type:unix',
  Closed: 'state:closed',
};

export function clearFilter(): void {
  go(withQuery({ filter: null }));
}

/** The filter of the list, kept in the address. */
export function FilterBar() {
  /** The first change of a text is a step to go back to; what is typed on is the same step. */
  const isTyping = useRef(false);

  useEffect(() => {
    const stop = effect(() => { filter.value = isOff.value ? '' : valid.value; });
    return () => { stop(); filter.value = ''; };
  }, []);

  function apply(found: string, typing: boolean): void {
    valid.value = found;
    go(withQuery({ filter: found }), { replace: isTyping.current });
    isTyping.current = typing && (isTyping.current || found !== '');
  }

  return (
    <>
      <FilterField on="sockets" label="Filter sockets" value={text.value} apply={apply}
        isOff={isOff.value} toggleOff={() => { isOff.value = !isOff.peek(); }} />
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
