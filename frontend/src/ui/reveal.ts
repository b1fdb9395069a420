import { useEffect, useRef } from 'preact/hooks';

/** A row that may be longer than the screen is wide, scrolled to what is current in it; the page itself does not move. */
export function useRevealed<T extends HTMLElement>(current: unknown) {
  const row = useRef<T>(null);
  useEffect(() => {
    if (row.current) reveal(row.current);
  }, [current]);
  return row;
}

function reveal(row: HTMLElement): void {
  const at = row.querySelector<HTMLElement>('[aria-current]');
  if (at) row.scrollLeft = at.offsetLeft - row.offsetLeft - (row.clientWidth - at.clientWidth) / 2;
}
