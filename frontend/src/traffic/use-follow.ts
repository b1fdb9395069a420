import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { dropped } from '../live/traffic';
import { indexFrom, orderOf, type Entry } from '../live/timeline';
import type { View } from './view';

/** Stays at the end while the view follows, else at its rows, also when older ones go. Returns what a scroll does. */
export function useFollow(
  scroller: RefObject<HTMLElement | null>,
  view: View,
  rows: readonly Entry[],
  rowHeight: number,
) {
  const top = useRef(0);
  const anchor = useRef(0);
  const gone = useRef(dropped.value);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (view.following.peek() && view.frozen.peek() === null) element.scrollTop = element.scrollHeight;
    else if (gone.current !== dropped.peek()) element.scrollTop = indexFrom(rows, anchor.current) * rowHeight;
    gone.current = dropped.peek();
  });

  return () => {
    const now = scroller.current?.scrollTop ?? 0;
    if (now < top.current - 1) view.leaveEnd();
    top.current = now;
    const first = rows[Math.floor(now / rowHeight)];
    anchor.current = first ? orderOf(first) : 0;
  };
}
