import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * What a person asked for comes to where they look, as soon as it is there, and again with each other answer. The
 * address alone asks for nothing: Tab would go on from there.
 */
export function useInView(element: RefObject<HTMLElement | null>, answer: unknown, isAsked = true): void {
  useEffect(() => {
    if (isAsked) element.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
}
