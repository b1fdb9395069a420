import { useComputed, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { media } from '../../lib/media';
import { printable } from '../../lib/text';
import type { Row } from '../../stores/sockets';
import { Icon } from '../icon';
import { accept, close, receive } from './actions';
import type { Column } from './columns';
import { active, hovered } from './focus';
import { isLingering } from './lingering';
import { opened } from './place';
import { openRowMenu } from './row-menu';
import { selected } from './selection';

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
  const look = useComputed(() => [
    'line',
    row.socket.value.state === 'CLOSED' && 'closed',
    isLingering(id) && 'closed',
    active.value === id && 'active',
    isAccepted && 'accepted',
  ].filter(Boolean).join(' '));
  const isSelected = useComputed(() => selected.value.has(id));
  const isOpen = useComputed(() => opened.value?.id === id);
  return (
    <div role="row" id={rowId(id)} data-id={id} class={look} aria-rowindex={index + 2} aria-selected={isSelected}
      aria-current={isOpen.value ? 'true' : undefined} style={{ transform: `translateY(${top}px)` }}>
      {columns.map((column) => (column.Cell
        ? <div role="gridcell" key={column.key} class={`cell ${column.key}`} data-name={column.name}><column.Cell row={row} /></div>
        : <TextCell key={column.key} row={row} column={column} />))}
      <div role="gridcell" class="actions"><Actions row={row} /></div>
    </div>
  );
}

/** Follows its own text alone: what did not change is not painted again. */
function TextCell({ row, column: { key, name, text, title, otherwise = '', quiet = false } }: { row: Row; column: Column }) {
  const found = useComputed(() => text(row.socket.value));
  const shown = useComputed(() => found.value ?? otherwise);
  const inFull = useComputed(() => title?.(row.socket.value) ?? found.value ?? '');
  const look = useComputed(() => `cell ${key}${found.value === null ? ' none' : ''}`);
  const cell = useFade(shown, !quiet);
  return <div role="gridcell" ref={cell} class={look} data-name={name} title={inFull}>{shown}</div>;
}

const isCalm = media('(prefers-reduced-motion: reduce)');
const FADE = [{ backgroundColor: 'var(--changed)' }, { backgroundColor: 'transparent' }];

/** Shows for a moment that the text has changed. */
function useFade(text: ReadonlySignal<string>, isNews: boolean) {
  const cell = useRef<HTMLDivElement>(null);
  const last = useRef(text.peek());
  useSignalEffect(() => {
    if (text.value === last.current) return;
    last.current = text.value;
    if (isNews && !isCalm.peek()) cell.current?.animate(FADE, 600);
  });
  return cell;
}

/** Of the row that someone is at, all; of the others the menu alone. */
function Actions({ row }: { row: Row }) {
  const { id } = row;
  const isAt = useComputed(() => hovered.value === id || active.value === id);
  const state = useComputed(() => row.socket.value.state);
  const name = printable(id);
  return (
    <>
      {isAt.value && state.value !== 'CLOSED' && (
        <span class="quick">
          {state.value === 'LISTENING'
            ? <button type="button" tabIndex={-1} aria-label={`Accept on ${name}`} onClick={() => void accept(id)}>Accept</button>
            : <button type="button" tabIndex={-1} aria-label={`Receive on ${name}`} onClick={() => void receive(id)}>Receive</button>}
          <button type="button" tabIndex={-1} aria-label={`Close ${name}`} title="Close" onClick={() => void close([id])}><Icon name="close" /></button>
        </span>
      )}
      <button type="button" class="more" tabIndex={-1} aria-haspopup="menu" aria-label={`Menu of ${name}`} title="Menu"
        onClick={({ currentTarget }) => { openBelow(id, currentTarget); }}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v.01M12 12v.01M12 19v.01" /></svg>
      </button>
    </>
  );
}

function openBelow(id: string, button: Element): void {
  const { left, bottom } = button.getBoundingClientRect();
  openRowMenu(id, left, bottom);
}
