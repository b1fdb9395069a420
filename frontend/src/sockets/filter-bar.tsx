import { PlaceFilter } from '../filter/place-filter';
import { word } from '../lib/words';
import { filter } from '../live/sockets';
import { choose } from './place';
import { counts, quick, QUICK } from './quick';

export function SocketFilter() {
  return <PlaceFilter on="sockets" label={word('sockets.filter')} inForce={filter} />;
}

/** Where there is no room for all, the chosen one is seen. Tab would go on from what is scrolled into view. */
function reveal(chosen: HTMLElement | null): void {
  const row = chosen?.parentElement;
  if (chosen && row) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
}

/** Of those that fit the filter, what is asked for most. */
export function QuickFilters() {
  return (
    <div
      class="chips"
      role="group"
      aria-label={word('sockets.quick')}
      onWheel={({ currentTarget, deltaY }) => {
        currentTarget.scrollLeft += deltaY;
      }}
    >
      {QUICK.map((name) => (
        <button
          type="button"
          key={name}
          ref={quick.value === name ? reveal : null}
          onFocus={({ currentTarget }) => {
            reveal(currentTarget);
          }}
          aria-pressed={quick.value === name}
          onClick={() => {
            choose('quick', name === 'open' ? null : name);
          }}
        >
          {word(`sockets.quick.${name}`)} <span class="n">{counts.value[name]}</span>
        </button>
      ))}
    </div>
  );
}
