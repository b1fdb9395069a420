import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../traffic/view';
import { scrollTo, seenFirst, turnBeside } from './going';
import { orderOfPart, pageOf, type Part } from './turns';

/** Together no more bytes than the page keeps of payloads, and no more elements than it can bear. */
const SHOWN = 120;

/** Which turns are shown: the last ones while the view follows, else those where the person stays. */
export function usePaging(scroller: RefObject<HTMLElement | null>, view: View, parts: readonly Part[]) {
  const start = useSignal<number | null>(null);
  const gone = useRef<number | null>(null);
  const seen = useRef<ReturnType<typeof seenFirst>>(null);
  const { from, shown } = pageOf(parts, view.following.value ? null : start.value, SHOWN);

  useLayoutEffect(() => {
    const turn = scroller.current?.querySelector(`[data-turn="${seen.current?.key ?? ''}"]`);
    if (turn && scroller.current && seen.current) scrollTo(scroller.current, turn, seen.current.room);
    seen.current = null;
  }, [start.value]);

  function pageFrom(index: number): void {
    const first = parts[Math.max(0, index)];
    start.value = first ? orderOfPart(first) : null;
    view.leaveEnd();
  }

  function leave(): void {
    if (view.following.peek()) pageFrom(from);
  }

  function turnPage(by: 1 | -1): void {
    seen.current = scroller.current && seenFirst(scroller.current);
    pageFrom(from + (by * SHOWN) / 2);
  }

  function step(by: 1 | -1): HTMLElement | undefined {
    const turn = scroller.current ? turnBeside(scroller.current, gone.current, view.following.peek(), by) : undefined;
    if (!turn || !scroller.current) return undefined;
    leave();
    gone.current = Number(turn.dataset.turn);
    scrollTo(scroller.current, turn, 0);
    return turn;
  }

  return { earlier: from, shown, later: parts.length - from - shown.length, leave, turnPage, step };
}
