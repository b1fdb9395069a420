import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { formatRange, type Bytes, type Range } from '../lib/bytes';
import { copyText } from '../browser/clipboard';
import { HEX, TEXT } from '../lib/copy-as';
import { counted } from '../lib/format';
import { usePool } from '../lib/pool';
import { useVirtualList } from '../ui/virtual';
import { singleKeys } from '../browser/settings';
import { columnOfCharacter, columnOfDigit, digitsWidth, spoken } from '../lib/bytes-per-row';
import { HexRow, widths } from './hex-row';
import { clamp, rangeOf, target, type Selection, type Shape } from './selection';

export const ROW = 20;

/** More rows than this are taller than a browser's element can be. */
export const SHOWN = 8 * 1024 * 1024;

interface HexViewProps {
  name: string;
  bytes: Bytes;
  columns: 8 | 16;
  selected: Range | null;
  onSelect: (range: Range | null) => void;
  onGoTo: () => void;
}

type Pane = 'digits' | 'characters';

/** Bytes in rows. The selection is one, seen in both panes. */
export function HexView({ name, bytes: all, columns, selected, onSelect, onGoTo }: HexViewProps) {
  const bytes = all.subarray(0, SHOWN);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const selection = useRef<Selection>({ anchor: 0, cursor: 0 });
  const pane = useRef<Pane>('digits');
  const drags = useRef(false);
  const told = useSignal('');
  const count = Math.ceil(bytes.length / columns);
  const { items, height } = useVirtualList({ scroller, count, rowHeight: ROW });
  const pool = usePool(items.length);

  follow(selection, selected);
  const { cursor } = selection.current;
  useAfterFirst(
    () => {
      told.value = selected ? spokenSelection(bytes, selection.current) : '';
    },
    selected && formatRange(selected),
  );
  useLayoutEffect(() => {
    reveal(scroller.current, Math.floor(cursor / columns));
  }, [cursor, columns, all]);

  function select(anchor: number, to: number): void {
    selection.current = { anchor, cursor: clamp(to, bytes.length) };
    onSelect(rangeOf(selection.current));
  }

  async function copy(): Promise<void> {
    const { from, to } = rangeOf(selection.current);
    const form = pane.current === 'digits' ? HEX : TEXT;
    const done = await copyText(form.of(bytes.subarray(from, to + 1)));
    told.value = done ? `Copied ${counted(to - from + 1, 'byte')} as ${form.name.toLowerCase()}` : REFUSED;
  }

  function press(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    const act = actionOf(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function actionOf(event: TargetedKeyboardEvent<HTMLDivElement>): (() => void) | null {
    const { key, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    if (command && key.toLowerCase() === 'c') return () => void copy();
    if (command && key.toLowerCase() === 'a')
      return () => {
        select(0, bytes.length - 1);
      };
    if (!command && key === 'g' && singleKeys.value === 'on') return onGoTo;
    if (key === 'Escape' && selected)
      return () => {
        onSelect(null);
      };
    const to = target(key, command, selection.current.cursor, shapeOf(event.currentTarget, bytes.length, columns));
    return to === null
      ? null
      : () => {
          select(shiftKey ? selection.current.anchor : to, to);
        };
  }

  function grab(event: TargetedPointerEvent<HTMLDivElement>): void {
    const found = event.target instanceof Element ? event.target.closest('.digits, .characters') : null;
    if (event.button !== 0 || !found) return;
    event.preventDefault();
    pane.current = found.classList.contains('digits') ? 'digits' : 'characters';
    drags.current = true;
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    const offset = offsetAt(event, pane.current, columns);
    select(event.shiftKey ? selection.current.anchor : offset, offset);
  }

  function drag(event: TargetedPointerEvent<HTMLDivElement>): void {
    if (!drags.current) return;
    const offset = clamp(offsetAt(event, pane.current, columns), bytes.length);
    if (offset !== selection.current.cursor) select(selection.current.anchor, offset);
  }

  const active = `${id}-${Math.floor(cursor / columns)}`;
  return (
    <div class="hex" style={widths(columns, bytes.length)}>
      <div
        ref={scroller}
        class="hex-rows"
        role="grid"
        aria-label={`Bytes of ${name}`}
        tabIndex={0}
        aria-multiselectable="true"
        aria-rowcount={count}
        aria-activedescendant={active}
        onKeyDown={press}
        onPointerDown={grab}
        onPointerMove={drag}
        onPointerUp={() => {
          drags.current = false;
        }}
        onPointerCancel={() => {
          drags.current = false;
        }}
      >
        <div class="hex-canvas" role="rowgroup" style={{ height: `${height}px` }}>
          {items.map(({ index, start }) => (
            <HexRow
              key={index % pool}
              id={`${id}-${index}`}
              bytes={bytes}
              start={index * columns}
              columns={columns}
              top={start}
              selected={selected}
              cursor={cursor}
            />
          ))}
        </div>
      </div>
      <p class="hex-told" role="status">
        {told}
      </p>
      {all.length > SHOWN && (
        <p class="hint">Shown are the first 8 MiB of {counted(all.length, 'byte')}; the download has all of them.</p>
      )}
    </div>
  );
}

/** What stood there when the page came is not news. */
function useAfterFirst(work: () => void, value: string | null): void {
  const known = useRef(value);
  useLayoutEffect(() => {
    if (known.current !== value) work();
    known.current = value;
  }, [value]);
}

export const REFUSED = 'This browser refused both ways to copy. Mark the text and copy it by hand.';

/** A range from elsewhere, the address or a form, moves the cursor; the view's own already has. */
function follow(selection: { current: Selection }, range: Range | null): void {
  if (range === null) selection.current = { anchor: selection.current.cursor, cursor: selection.current.cursor };
  else if (formatRange(rangeOf(selection.current)) !== formatRange(range)) {
    selection.current = { anchor: range.to, cursor: range.from };
  }
}

function spokenSelection(bytes: Uint8Array, selection: Selection): string {
  const { from, to } = rangeOf(selection);
  const byte = spoken(selection.cursor, bytes[selection.cursor] ?? 0);
  return from === to ? byte : `${byte}. ${counted(to - from + 1, 'byte')} selected, ${from} to ${to}`;
}

function shapeOf(scroller: HTMLElement, size: number, columns: number): Shape {
  return { size, columns, page: Math.max(1, Math.floor(scroller.clientHeight / ROW) - 1) };
}

/** Under the pointer, or the nearest one while it drags outside. */
function offsetAt(event: TargetedPointerEvent<HTMLDivElement>, pane: Pane, columns: number): number {
  const scroller = event.currentTarget;
  const canvas = scroller.getBoundingClientRect();
  const column = scroller.querySelector(`.${pane}`)?.getBoundingClientRect();
  if (!column) return 0;
  const row = Math.floor((event.clientY - canvas.top + scroller.scrollTop) / ROW);
  const x = (event.clientX - column.left) / column.width;
  const inRow =
    pane === 'digits' ? columnOfDigit(x * digitsWidth(columns), columns) : columnOfCharacter(x * columns, columns);
  return Math.max(0, row) * columns + inRow;
}

function reveal(scroller: HTMLElement | null, row: number): void {
  if (!scroller) return;
  const top = row * ROW;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + ROW > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + ROW - scroller.clientHeight;
}
