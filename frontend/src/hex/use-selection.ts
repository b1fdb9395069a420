import type { RefObject, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { formatRange, type Range } from '../lib/bytes';
import { columnOfCharacter, columnOfDigit, digitsWidth } from '../lib/bytes-per-row';
import { clamp, rangeOf, type Selection } from './selection';

export const ROW = 20;

export type Column = 'digits' | 'characters';

interface SelectionOptions {
  size: number;
  columns: number;
  selected: Range | null;
  onSelect: (range: Range | null) => void;
}

/** A selection of bytes, by the keys' steps and by dragging; it is one, seen in both columns. */
export function useSelection({ size, columns, selected, onSelect }: SelectionOptions) {
  const selection = useRef<Selection>({ anchor: 0, cursor: 0 });
  const column = useRef<Column>('digits');
  const drags = useRef(false);
  follow(selection, selected);

  function select(anchor: number, to: number): void {
    selection.current = { anchor, cursor: clamp(to, size) };
    onSelect(rangeOf(selection.current));
  }

  function grab(event: TargetedPointerEvent<HTMLDivElement>): void {
    const found = event.target instanceof Element ? event.target.closest('.digits, .characters') : null;
    if (event.button !== 0 || !found) return;
    event.preventDefault();
    column.current = found.classList.contains('digits') ? 'digits' : 'characters';
    drags.current = true;
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    const offset = offsetAt(event, column.current, columns);
    select(event.shiftKey ? selection.current.anchor : offset, offset);
  }

  function drag(event: TargetedPointerEvent<HTMLDivElement>): void {
    if (!drags.current) return;
    const offset = clamp(offsetAt(event, column.current, columns), size);
    if (offset !== selection.current.cursor) select(selection.current.anchor, offset);
  }

  const drop = () => {
    drags.current = false;
  };
  return {
    selection,
    column,
    select,
    pointer: { onPointerDown: grab, onPointerMove: drag, onPointerUp: drop, onPointerCancel: drop },
  };
}

/** A range from elsewhere, the address or a form, moves the cursor; the view's own already has. */
function follow(selection: RefObject<Selection>, range: Range | null): void {
  const { cursor } = selection.current;
  if (range === null) selection.current = { anchor: cursor, cursor };
  else if (formatRange(rangeOf(selection.current)) !== formatRange(range))
    selection.current = { anchor: range.to, cursor: range.from };
}

/** Under the pointer, or the nearest one while it drags outside. */
function offsetAt(event: TargetedPointerEvent<HTMLDivElement>, column: Column, columns: number): number {
  const scroller = event.currentTarget;
  const top = scroller.querySelector('.rows-body')?.getBoundingClientRect().top ?? 0;
  const box = scroller.querySelector(`.${column}`)?.getBoundingClientRect();
  if (!box) return 0;
  const row = Math.floor((event.clientY - top) / ROW);
  const x = (event.clientX - box.left) / box.width;
  const inRow =
    column === 'digits' ? columnOfDigit(x * digitsWidth(columns), columns) : columnOfCharacter(x * columns, columns);
  return Math.max(0, row) * columns + inRow;
}
