import { useEffect, useRef } from 'preact/hooks';

/** A row that may be longer than the screen is wide, scrolled to what is current in it; the page itself does not move. */
export function useRevealed<T extends HTMLElement>(current: unknown) {
  const row = useRef<T>(null);
  // After the paint: asked before, the browser would lay out the page for this alone.
  useEffect(() => {
    const at = row.current?.querySelector('[aria-current], [aria-pressed=true]');
    if (row.current && at) reveal(at, row.current);
  }, [current]);
  return row;
}

/** In the middle of its row. Tab would go on from what is scrolled into view. */
export function reveal(at: Element, row: Element): void {
  const [own, all] = [at.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += own.left - all.left - (all.width - own.width) / 2;
}
