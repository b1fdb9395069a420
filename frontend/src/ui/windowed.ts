import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import type { RefObject } from 'preact';

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

export type List = Virtualizer<HTMLElement, HTMLElement>;

interface Windowed {
  list: List;
  /** The rows that are in sight. */
  items: VirtualItem[];
  /** Pixels of all. */
  total: number;
}

/** The rows that are in sight, and the list to scroll with. */
export function useWindowed(options: WindowOptions): Windowed {
  const [, redraw] = useReducer<number, undefined>((version) => version + 1, 0);
  const { count, height, layout } = options;
  // Another function has the rows measured anew.
  const getItemKey = useMemo(
    () => (index: number) => index,
    [count, layout, typeof height === 'number' ? height : null],
  );
  const settings = {
    ...settingsOf(options),
    getItemKey,
    onChange: () => {
      redraw(undefined);
    },
  };
  const list = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(settings), []);
  list.setOptions(settings);
  useLayoutEffect(() => list._didMount(), []);
  useLayoutEffect(() => {
    list._willUpdate();
  });
  return { list, items: list.getVirtualItems(), total: list.getTotalSize() };
}

function settingsOf({ scroller, count, height, head, overscan, always }: WindowOptions) {
  return {
    count,
    overscan,
    scrollPaddingEnd: head,
    getScrollElement: () => scroller.current,
    estimateSize: typeof height === 'number' ? () => height : height,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    rangeExtractor: (range: Range) => withOne(range, always),
  };
}

/** The indexes of a range and, before or after them, the one that is always there: focus dies with its row. */
function withOne({ startIndex, endIndex, overscan, count }: Range, one: number): number[] {
  const from = Math.max(0, startIndex - overscan);
  const to = Math.min(count - 1, endIndex + overscan);
  const seen = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  if (one < 0 || one >= count || (one >= from && one <= to)) return seen;
  return one < from ? [one, ...seen] : [...seen, one];
}
