import { useEffect, useRef } from 'preact/hooks';

/** A row that may be longer than the screen is wide, scrolled to what is current in it; the page itself does not move. */
export function useRevealed<T extends HTMLElement>(current: unknown) {
  const row = useRef<T>(null);
  useEffect(() => (row.current ? onceLaidOut(row.current, revealCurrent) : undefined), [current]);
  return row;
}

/** Asked for where things are any sooner, the browser would lay out the page for this alone. */
function onceLaidOut(element: Element, work: (element: Element) => void): () => void {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    work(element);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}

function revealCurrent(row: Element): void {
  const at = row.querySelector('[aria-current], [aria-pressed=true]');
  if (at) reveal(at, row);
}

/** In the middle of its row. Tab would go on from what is scrolled into view. */
export function reveal(at: Element, row: Element): void {
  const [own, all] = [at.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += own.left - all.left - (all.width - own.width) / 2;
}
