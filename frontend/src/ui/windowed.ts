import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { evenly, oneByOne, type Places } from '../lib/places';

export interface WindowOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** Pixels. */
  height: number | ((index: number) => number);
  /** Heights are asked for anew when this is another. */
  layout: unknown;
  /** Pixels that stay over the rows. */
  head: number;
  overscan: number;
  /** A row that is rendered wherever the list is scrolled to; -1 for none. */
  always: number;
}

/** Where a row lies, in pixels from the top of the list. */
export interface Item {
  index: number;
  start: number;
  size: number;
}

/** The rows that are in sight, and the list to scroll with. */
export interface List extends Places {
  items: readonly Item[];
  /** Pixels of all. */
  total: number;
  view: Readonly<View>;
  reveal: (index: number) => void;
}

interface View {
  /** How far the list is scrolled. */
  top: number;
  /** How high it is: as the window, until the browser has told. */
  room: number;
  isScrolling: boolean;
}

/** A list that has not moved for so long stands still. */
const STILL_AFTER = 150;

export function useWindowed({ scroller, count, height, layout, head, overscan, always }: WindowOptions): List {
  const [, redraw] = useReducer<number, undefined>((version) => version + 1, 0);
  const view = useRef<View>({ top: 0, room: innerHeight, isScrolling: false }).current;
  const places = useMemo(
    () => (typeof height === 'number' ? evenly(height) : oneByOne(count, height)),
    [count, layout, typeof height === 'number' ? height : null],
  );
  const range = () => inSight(places, view, count, overscan);
  const drawn = range();

  useView(scroller, view, (stopped) => {
    const now = range();
    if (stopped || now.from !== drawn.from || now.to !== drawn.to) redraw(undefined);
  });

  return {
    ...places,
    items: indexes(drawn, always < count ? always : -1).map((index) => itemAt(places, index)),
    total: places.startOf(count),
    view,
    reveal: (index) => {
      if (scroller.current) reveal(scroller.current, itemAt(places, index), head);
    },
  };
}

interface Range {
  from: number;
  to: number;
}

function inSight({ indexAt }: Places, { top, room }: View, count: number, overscan: number): Range {
  // A list that became shorter is still scrolled to where it was.
  return {
    from: Math.max(0, Math.min(count - 1, indexAt(top)) - overscan),
    to: Math.min(count - 1, indexAt(top + room) + overscan),
  };
}

/** Those of a range and, before or after them, the one that is always there: focus dies with its row. */
function indexes({ from, to }: Range, always: number): number[] {
  const seen = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  if (always < 0 || (always >= from && always <= to)) return seen;
  return always < from ? [always, ...seen] : [...seen, always];
}

function itemAt({ startOf }: Places, index: number): Item {
  return { index, start: startOf(index), size: startOf(index + 1) - startOf(index) };
}

/** No further than it must. */
function reveal(scroller: HTMLElement, { start, size }: Item, head: number): void {
  const lowest = start + size + head - scroller.clientHeight;
  scroller.scrollTop = Math.min(start, Math.max(lowest, scroller.scrollTop));
}

/** Follows how the list is scrolled and how high it is. `changed` hears of both, and whether it came to stand. */
function useView(scroller: RefObject<HTMLElement | null>, view: View, changed: (stopped: boolean) => void): void {
  const last = useRef(changed);
  last.current = changed;
  useLayoutEffect(() => {
    const element = scroller.current;
    return element
      ? follow(element, view, (stopped) => {
          last.current(stopped);
        })
      : undefined;
  }, []);
}

function follow(element: HTMLElement, view: View, changed: (stopped: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const scrolled = () => {
    view.top = element.scrollTop;
    view.isScrolling = true;
    clearTimeout(timer);
    timer = setTimeout(stop, STILL_AFTER);
    changed(false);
  };
  const stop = () => {
    view.isScrolling = false;
    changed(true);
  };
  const observer = new ResizeObserver(() => {
    view.room = element.clientHeight;
    changed(false);
  });
  observer.observe(element);
  element.addEventListener('scroll', scrolled, { passive: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    element.removeEventListener('scroll', scrolled);
  };
}
