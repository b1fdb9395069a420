import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** What a person asked for comes to where they look, as soon as it is there, and again with each other answer. */
export function useInView(element: RefObject<HTMLElement | null>, answer: unknown): void {
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
}
