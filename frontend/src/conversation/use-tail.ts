import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isAtEnd, type Follow } from '../ui/stillness';

/**
 * Stays at the end for as long as it follows, whatever makes the content longer or its place shorter. Returns what to do
 * on a scroll.
 */
export function useTail(scroller: RefObject<HTMLElement | null>, { isOn, leave, reach }: Follow) {
  const top = useRef(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !isOn) return;
    const toEnd = () => {
      element.scrollTop = element.scrollHeight;
    };
    const observer = new ResizeObserver(toEnd);
    for (const box of [element, ...element.children]) observer.observe(box);
    toEnd();
    return () => {
      observer.disconnect();
    };
  }, [isOn]);

  useLayoutEffect(() => {
    if (!isOn && scroller.current && isAtEnd(scroller.current)) reach?.();
  });

  return () => {
    const element = scroller.current;
    if (!element) return;
    if (element.scrollTop < top.current - 1 && !isAtEnd(element)) leave();
    else if (!isOn && isAtEnd(element)) reach?.();
    top.current = element.scrollTop;
  };
}
