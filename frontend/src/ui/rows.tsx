import type { VirtualItem } from '@tanstack/virtual-core';
import type { ComponentChildren, HTMLAttributes, JSX, RefObject, TargetedMouseEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useKeySheet } from '../browser/keys';
import { singleKeys } from '../browser/settings';
import { word } from '../lib/words';
import { usePool } from '../lib/pool';
import { rowAfter } from '../lib/roving';
import { useStillness, type Follow, type Still } from './stillness';
import { useWindowed, type List } from './windowed';

/** Where a row is drawn. */
export interface Place {
  id: string;
  index: number;
  /** Pixels. */
  top: number;
  height: number;
  /** The keys are at it. */
  isAt: boolean;
}

/** What a list can be asked for. */
export interface Hands {
  /** How many rows are in sight. */
  page: () => number;
  moveTo: (index: number) => void;
  reveal: (index: number) => void;
  focus: () => void;
}

interface RowsProps extends Still {
  role: 'grid' | 'listbox';
  name: string;
  /** The class of the list. */
  kind: string;
  count: number;
  /** Pixels. */
  height: number | ((index: number) => number);
  /** Heights are asked for anew when this is another. */
  layout?: unknown;
  overscan?: number;
  /** Stays over the rows, so many pixels high. */
  head?: { height: number; row: ComponentChildren };
  /** The row that the keys are at; -1 for none. */
  at: number;
  /** That row comes into sight whenever this is another, as soon as it is there. */
  sight?: unknown;
  follow?: Follow;
  onMove: (index: number) => void;
  /** A click on a row, or Enter. */
  onChoose?: (index: number, event: MouseEvent | KeyboardEvent) => void;
  /** Keys of this list, asked for before those of all lists; whether it was one. */
  onKey?: (event: KeyboardEvent, hands: Hands) => boolean;
  idOf?: (index: number) => string;
  hands?: RefObject<Hands | null>;
  rest?: HTMLAttributes<HTMLDivElement>;
  /** Draws a row, `placed` there. What draws all rows alike is the same function. */
  children: (place: Place) => JSX.Element | null;
}

/**
 * A list of any length: one stop of the Tab key, in which the keys move. The rows in sight are drawn, by elements that
 * are used again, and that at which the keys are, wherever it is.
 */
export function Rows(props: RowsProps) {
  const { role, name, kind, count, height, head, at, onKey, children, rest } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { list, items, total } = useWindowed({
    scroller,
    count,
    height,
    layout: props.layout,
    head: head?.height ?? 0,
    overscan: props.overscan ?? 8,
    always: at,
  });
  const idOf = props.idOf ?? ((index: number) => `${id}-${index}`);
  const hands = handsOf(scroller, list, props);
  if (props.hands) props.hands.current = hands;
  useSight(props, hands);
  useKeySheet(word('keys.list'), KEYS);
  const scrolled = useStillness(scroller, list, props);
  const apart = apartFrom(items);
  const pool = usePool(apart === undefined ? items.length : items.length - 1);
  const keyOf = ({ index }: VirtualItem) => (index === apart ? -1 : index % pool);
  const inOrder = useOrder(items, keyOf, list.isScrolling);

  function press(event: KeyboardEvent): void {
    if (!isOwn(event, scroller.current)) return;
    if (onKey?.(event, hands) !== true && !moved(event, props, hands)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- its role is one of two
    <div
      {...rest}
      ref={scroller}
      class={`rows ${kind}`}
      role={role}
      aria-label={name}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      aria-rowcount={role === 'grid' ? count + (head ? 1 : 0) : undefined}
      aria-activedescendant={at < 0 || at >= count ? undefined : idOf(at)}
      onKeyDown={press}
      onClick={(event) => {
        click(event, props);
      }}
      onScroll={scrolled}
    >
      {head && (
        <div role={role === 'grid' ? 'rowgroup' : 'presentation'} class="rows-head">
          {head.row}
        </div>
      )}
      <div role={role === 'grid' ? 'rowgroup' : 'presentation'} class="rows-body" style={{ height: `${total}px` }}>
        {inOrder.map((item) => (
          <Slot
            key={keyOf(item)}
            draw={children}
            place={{
              id: idOf(item.index),
              index: item.index,
              top: item.start,
              height: item.size,
              isAt: item.index === at,
            }}
          />
        ))}
      </div>
    </div>
  );
}

/**
 * As they are read, but while one scrolls: an element that goes to another place among the others is laid out anew, and
 * where it is drawn does not depend on that.
 */
function useOrder(items: VirtualItem[], keyOf: (item: VirtualItem) => number, isScrolling: boolean): VirtualItem[] {
  const keys = useRef<readonly number[]>([]);
  const before = keys.current;
  const place = (item: VirtualItem) => {
    const at = before.indexOf(keyOf(item));
    return at < 0 ? before.length : at;
  };
  const ordered = isScrolling ? items.toSorted((one, other) => place(one) - place(other)) : items;
  keys.current = ordered.map(keyOf);
  return ordered;
}

interface SlotProps {
  draw: RowsProps['children'];
  place: Place;
}

const KEYS = [
  ['ArrowUp, ArrowDown, j, k', word('keys.list.move')],
  ['PageUp, PageDown', word('keys.list.page')],
  ['Home, End', word('keys.list.end')],
  ['Enter', word('keys.list.open')],
] as const;

/** What was drawn the same before is not looked through again. */
function Slot({ draw, place }: SlotProps) {
  const drawn = useRef<SlotProps & { row: JSX.Element | null }>(null);
  if (!drawn.current || drawn.current.draw !== draw || !isSame(drawn.current.place, place))
    drawn.current = { draw, place, row: draw(place) };
  return drawn.current.row;
}

function isSame(one: Place, other: Place): boolean {
  return (Object.keys(one) as (keyof Place)[]).every((key) => one[key] === other[key]);
}

/** What puts a row in its place. */
export function placed({ id, index, top, height }: Place) {
  return { id, 'data-index': index, style: { transform: `translateY(${top}px)`, height: `${height}px` } };
}

function handsOf(scroller: RefObject<HTMLDivElement | null>, list: List, { height, head, onMove }: RowsProps): Hands {
  const reveal = (index: number) => {
    list.scrollToIndex(index);
  };
  return {
    reveal,
    page: () => {
      const room = (scroller.current?.clientHeight ?? 0) - (head?.height ?? 0);
      const row = typeof height === 'number' ? height : height(0);
      return Math.max(1, Math.floor(room / row) - 1);
    },
    moveTo: (index) => {
      onMove(index);
      reveal(index);
    },
    focus: () => {
      scroller.current?.focus({ preventScroll: true });
    },
  };
}

/** Buttons and fields in a list have keys of their own. */
function isOwn({ target }: Event, scroller: Element | null): boolean {
  return target === scroller || (target instanceof Element && !target.matches('button, input, select, summary'));
}

/** The keys that all lists have; whether it was one of them. */
function moved(event: KeyboardEvent, { at, count, onChoose }: RowsProps, { page, moveTo }: Hands): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key === 'Enter' && onChoose && at >= 0) {
    onChoose(at, event);
    return true;
  }
  const next = rowAfter(event.key, at, count, page(), singleKeys.peek() === 'on');
  if (next !== null) moveTo(next);
  return next !== null;
}

/** Of the row that was hit. */
function click(event: TargetedMouseEvent<HTMLDivElement>, { onChoose }: RowsProps): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
  if (row) onChoose?.(Number(row.dataset.index), event);
}

/** A row that is named before it is there is shown when it comes. */
function useSight({ at, sight }: RowsProps, { reveal }: Hands): void {
  const shown = useRef<unknown>(undefined);
  useLayoutEffect(() => {
    if (sight === undefined || sight === null) shown.current = sight;
    if (at < 0 || shown.current === sight) return;
    shown.current = sight;
    reveal(at);
  });
}

/** The row with the focus, where it is far from the others. */
function apartFrom(items: readonly VirtualItem[]): number | undefined {
  const [first, second] = items;
  const [last, beforeLast] = [items.at(-1), items.at(-2)];
  if (first && second && second.index !== first.index + 1) return first.index;
  return last && beforeLast && beforeLast.index !== last.index - 1 ? last.index : undefined;
}
