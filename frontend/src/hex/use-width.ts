import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Whether an element is at least so wide, in pixels. */
export function useIsWide(element: RefObject<HTMLElement | null>, width: number): boolean {
  const isWide = useSignal(true);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) isWide.value = entry.contentRect.width >= width;
    });
    isWide.value = element.current.clientWidth >= width;
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return isWide.value;
}
