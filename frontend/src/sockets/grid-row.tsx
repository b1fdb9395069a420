import { useRef } from 'preact/hooks';
import { printable } from '../lib/text';
import type { Row } from '../live/sockets';
import { Icon } from '../ui/icon';
import { accept, close, receive } from './actions';
import type { Column } from './columns';
import { active, hovered } from './focus';
import { isLingering } from './lingering';
import { opened } from './place';
import { openRowMenu } from './row-menu';
import { selected } from './selection';
import { useTexts } from './texts';
import { useComputedOf } from './use-computed-of';

interface GridRowProps {
  row: Row;
  isAccepted: boolean;
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  columns: readonly Column[];
}

export function rowId(id: string): string {
  return `row-${id}`;
}

export function GridRow({ row, isAccepted, index, top, columns }: GridRowProps) {
  const { id } = row;
  const line = useRef<HTMLDivElement>(null);
  useTexts(line, row, columns);
  const look = useComputedOf(`${id} ${isAccepted}`, () =>
    [
      'line',
      row.socket.value.state === 'CLOSED' && 'closed',
      isLingering(id) && 'closed',
      active.value === id && 'active',
      isAccepted && 'accepted',
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
      id={rowId(id)}
      data-id={id}
      class={look}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isOpen.value ? 'true' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map(({ key, name, Cell }) => (
        <div role="gridcell" key={key} class={`cell ${key}`} data-name={name}>
          {Cell && <Cell row={row} />}
        </div>
      ))}
      <div role="gridcell" class="actions">
        <Actions row={row} />
      </div>
    </div>
  );
}

/** Of the row that someone is at, all; of the others the menu alone. */
function Actions({ row }: { row: Row }) {
  const { id } = row;
  const isAt = useComputedOf(id, () => hovered.value === id || active.value === id);
  const state = useComputedOf(row, () => row.socket.value.state);
  const name = printable(id);
  return (
    <>
      {isAt.value && state.value !== 'CLOSED' && (
        <span class="quick">
          {state.value === 'LISTENING' ? (
            <button type="button" tabIndex={-1} aria-label={`Accept on ${name}`} onClick={() => void accept(id)}>
              Accept
            </button>
          ) : (
            <button type="button" tabIndex={-1} aria-label={`Receive on ${name}`} onClick={() => void receive(id)}>
              Receive
            </button>
          )}
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Close ${name}`}
            title="Close"
            onClick={() => void close([id])}
          >
            <Icon name="close" />
          </button>
        </span>
      )}
      <button
        type="button"
        class="more"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={`Menu of ${name}`}
        title="Menu"
        onClick={({ currentTarget }) => {
          openBelow(id, currentTarget);
        }}
      >
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 5v.01M12 12v.01M12 19v.01" />
        </svg>
      </button>
    </>
  );
}

function openBelow(id: string, button: Element): void {
  const { left, bottom } = button.getBoundingClientRect();
  openRowMenu(id, left, bottom);
}
