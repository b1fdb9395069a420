import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { word } from '../lib/words';
import { say } from '../ui/notices';
import type { Contents } from './contents';
import { parseNeedle } from './find';
import { scrollTo } from './going';
import { allHits, hitBeside, Hits, placeOf, shareOut, type Hit } from './hits';
import { encodingOf } from './shown';
import type { Turn } from './turns';
import { typeFind, type Wishes } from './wishes';

interface FindOptions {
  scroller: RefObject<HTMLElement | null>;
  wishes: Wishes;
  turns: readonly Turn[];
  contentOf: (turn: Turn) => ReturnType<Contents['of']>;
  /** Called before the view goes to a hit. */
  leave: () => void;
}

/** Hits in what is loaded, and the way to them. The view goes to one when the person types or asks, never by itself. */
export function useFind({ scroller, wishes: { find, show }, turns, contentOf, leave }: FindOptions) {
  const found = useMemo(() => new Hits(), []);
  const current = useSignal<Hit | null>(null);
  const typed = useRef(false);
  const wanted = useMemo(() => parseNeedle(find, encodingOf(show)), [find, show]);
  const needle = wanted.ok ? wanted.needle : null;
  const shares = shareOut(needle ? turns : [], (turn) => (needle ? found.in(contentOf(turn).bytes, needle) : []));
  const hits = allHits(shares);

  useLayoutEffect(() => {
    if (typed.current) goTo(hits[0]);
    typed.current = false;
  }, [needle]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const mark =
      element?.querySelector('mark[aria-current]') ??
      element?.querySelector(`[data-turn="${current.value?.key ?? ''}"]`);
    if (element && mark && current.value) scrollTo(element, mark, element.clientHeight / 3);
  }, [current.value]);

  function goTo(hit: Hit | undefined): void {
    if (hit) leave();
    current.value = hit ? { ...hit } : null;
  }

  function type(text: string): void {
    typed.current = true;
    typeFind(text);
  }

  function go(step: 1 | -1): void {
    const hit = hitBeside(hits, current.peek(), step);
    goTo(hit);
    if (hit) say(word('conversation.match', { at: placeOf(hits, hit) }));
  }

  return {
    current: current.value,
    hitsOf: (key: number) => shares.get(key),
    problem: wanted.ok ? '' : wanted.message,
    told: needle ? placeOf(hits, current.value) : '',
    type,
    go,
  };
}
