import { useRef } from 'preact/hooks';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import type { Row } from '../live/sockets';
import { Icon } from '../ui/icon';
import { placed, type Place } from '../ui/rows';
import type { Column } from './columns';
import { active, hovered } from './focus';
import { actOf } from './line';
import { isOfOwnAct } from '../live/own-act';
import { opened } from './place';
import { selected } from './selection';
import { isLingering } from './shown';
import { useTexts } from './texts';
import { useComputedOf } from './use-computed-of';
import { waitsOn } from './waiting';

interface GridRowProps {
  row: Row;
  isAccepted: boolean;
  columns: readonly Column[];
  place: Place;
}

/** A socket as a row of the table. */
export function GridRow({ row, isAccepted, columns, place }: GridRowProps) {
  const { id } = row;
  const line = useRef<HTMLDivElement>(null);
  useTexts(line, row, columns);
  const look = useComputedOf(`${id} ${isAccepted} ${place.isAt}`, () =>
    [
      'line',
      (row.socket.value.state === 'CLOSED' || isLingering(id)) && 'closed',
      place.isAt && 'active',
      isAccepted && 'accepted',
      isOfOwnAct(id) && 'own',
    ]
      .filter(Boolean)
      .join(' '),
  );
  const isSelected = useComputedOf(id, () => selected.value.has(id));
  const isOpen = useComputedOf(id, () => opened.value?.id === id);
  return (
    <div
      ref={line}
      role="row"
      data-name={id}
      class={look}
      aria-rowindex={place.index + 2}
      aria-selected={isSelected}
      aria-current={isOpen.value ? 'true' : undefined}
      {...placed(place)}
    >
      <div role="gridcell" class="mark">
        <input
          type="checkbox"
          tabIndex={-1}
          data-act="select"
          aria-label={word('sockets.select', { id: printable(id) })}
          checked={isSelected}
        />
      </div>
      {columns.map(({ key, Cell }) => (
        <div role="gridcell" key={key} class={`cell ${key}`} data-column={key}>
          {Cell && <Cell row={row} />}
        </div>
      ))}
      <div role="gridcell" class="acts">
        <Acts row={row} />
      </div>
    </div>
  );
}

/** Of the row that someone is at, all; of the others the menu alone. */
function Acts({ row }: { row: Row }) {
  const { id } = row;
  const isAt = useComputedOf(id, () => hovered.value === id || active.value === id);
  const act = useComputedOf(row, () => actOf(row.socket.value, waitsOn(id)));
  const isOpen = useComputedOf(row, () => row.socket.value.state !== 'CLOSED');
  const name = printable(id);
  return (
    <>
      {isAt.value && act.value !== 'none' && (
        <button
          type="button"
          tabIndex={-1}
          data-act="main"
          data-does={act.value}
          aria-label={word(`sockets.act-on.${act.value}`, { id: name })}
        >
          {word(`sockets.act.${act.value}`)}
        </button>
      )}
      {isAt.value && isOpen.value && (
        <button
          type="button"
          class="icon-only"
          tabIndex={-1}
          data-act="close"
          aria-label={word('sockets.close-one', { id: name })}
          title={word('app.close')}
        >
          <Icon name="close" />
        </button>
      )}
      <button
        type="button"
        class="more"
        tabIndex={-1}
        aria-haspopup="menu"
        data-act="menu"
        aria-label={word('sockets.menu-of', { id: name })}
        title={word('sockets.menu')}
      >
        <Icon name="more" />
      </button>
    </>
  );
}
