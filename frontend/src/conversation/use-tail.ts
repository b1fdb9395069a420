import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const NEAR = 4;

/** Stays at the end for as long as it follows, whatever makes the content longer. Returns what to do on a scroll. */
export function useTail(scroller: RefObject<HTMLElement | null>, following: boolean, leave: () => void) {
  const top = useRef(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !following) return;
    const toEnd = () => {
      element.scrollTop = element.scrollHeight;
    };
    const observer = new ResizeObserver(toEnd);
    for (const child of element.children) observer.observe(child);
    toEnd();
    return () => {
      observer.disconnect();
    };
  }, [following]);

  return () => {
    const element = scroller.current;
    if (!element) return;
    const toEnd = element.scrollHeight - element.clientHeight - element.scrollTop;
    if (element.scrollTop < top.current - 1 && toEnd > NEAR) leave();
    top.current = element.scrollTop;
  };
}
