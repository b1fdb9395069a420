import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { List } from './windowed';

/** A view that stays at its end, until it is scrolled up. */
export interface Follow {
  isOn: boolean;
  leave: () => void;
  /** Its end is in sight, though it is not kept there. */
  reach?: () => void;
}

/** Pixels by which browsers round. */
const NEAR = 4;

export function isAtEnd({ scrollHeight, clientHeight, scrollTop }: HTMLElement): boolean {
  return scrollHeight - clientHeight - scrollTop <= NEAR;
}

export interface Still {
  count: number;
  follow?: Follow;
  /** Tells a row from all others; with `indexOf` the rows in sight stay there when others come or go above. */
  keyAt?: (index: number) => unknown;
  /** -1 where the row is gone. */
  indexOf?: (key: never) => number;
}

interface Anchor {
  key: unknown;
  /** Pixels from the top of the list. */
  start: number;
}

/** Keeps a list at its end while it follows, else at its rows. Returns what a scroll does. */
export function useStillness(scroller: RefObject<HTMLElement | null>, list: List, props: Still): () => void {
  const top = useRef(0);
  const anchor = useRef<Anchor | null>(null);
  const { count, follow, keyAt, indexOf } = props;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (follow?.isOn === true) element.scrollTop = element.scrollHeight;
    else if (indexOf && keyAt) stay(element, indexOf);
    if (follow?.isOn === false && isAtEnd(element)) follow.reach?.();
  });

  function stay(element: HTMLElement, placeOf: (key: never) => number): void {
    const index = anchor.current === null ? -1 : placeOf(anchor.current.key as never);
    if (anchor.current === null || index < 0) {
      hold(list.scrollOffset ?? 0);
      return;
    }
    const start = list.measurementsCache[index]?.start ?? anchor.current.start;
    const grown = start - anchor.current.start;
    anchor.current.start = start;
    if (grown !== 0 && element.scrollTop > 0) element.scrollTop += grown;
  }

  /** Notes the first row in sight. */
  function hold(offset: number): void {
    const item = list.getVirtualItemForOffset(offset);
    anchor.current = item && keyAt && item.index < count ? { key: keyAt(item.index), start: item.start } : null;
  }

  return () => {
    const now = scroller.current?.scrollTop ?? 0;
    if (follow?.isOn === true && now < top.current - 1) follow.leave();
    top.current = now;
    if (follow?.isOn === false && scroller.current && isAtEnd(scroller.current)) follow.reach?.();
    hold(now);
  };
}
