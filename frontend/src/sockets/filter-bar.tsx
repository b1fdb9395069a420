import { PlaceFilter } from '../filter/place-filter';
import { word } from '../lib/words';
import { filter } from '../live/sockets';
import { reveal, useRevealed } from '../ui/reveal';
import { choose } from './place';
import { counts, quick, QUICK } from './quick';

export function SocketFilter() {
  return <PlaceFilter on="sockets" label={word('sockets.filter')} inForce={filter} />;
}

/** Of those that fit the filter, what is asked for most. Where there is no room for all, the chosen one is seen. */
export function QuickFilters() {
  const row = useRevealed<HTMLDivElement>(quick.value);
  return (
    <div
      ref={row}
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
          onFocus={({ currentTarget }) => {
            if (row.current) reveal(currentTarget, row.current);
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
