import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import type { RefObject } from 'preact';

export interface VirtualOptions {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** Pixels. */
  rowHeight: number;
  overscan?: number;
  /** Rows that are rendered wherever the list is scrolled to: focus dies with its row. */
  always?: readonly number[];
}

export type { VirtualItem };

export type List = Virtualizer<HTMLElement, HTMLElement>;

/** The rows that are in sight, and the list to scroll with. */
export function useVirtualList(options: VirtualOptions): { list: List; items: VirtualItem[]; height: number } {
  const [, redraw] = useReducer<number, undefined>((version) => version + 1, 0);
  const changed = () => {
    redraw(undefined);
  };
  const list = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(settings(options, changed)), []);
  list.setOptions(settings(options, changed));
  useLayoutEffect(() => list._didMount(), []);
  useLayoutEffect(() => {
    list._willUpdate();
  });
  return { list, items: list.getVirtualItems(), height: list.getTotalSize() };
}

function settings({ scroller, count, rowHeight, overscan = 8, always = [] }: VirtualOptions, changed: () => void) {
  return {
    count,
    overscan,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: changed,
    rangeExtractor: ({
      startIndex,
      endIndex,
      overscan: extra,
    }: {
      startIndex: number;
      endIndex: number;
      overscan: number;
    }) => {
      const from = Math.max(0, startIndex - extra);
      const to = Math.min(count - 1, endIndex + extra);
      const seen = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
      return [...new Set([...seen, ...always.filter((index) => index >= 0 && index < count)])].sort((a, b) => a - b);
    },
  };
}
