import { useRef } from 'preact/hooks';

/**
 * How many elements a windowed list needs: the most that it had. A row keyed by its index modulo this takes over the
 * element of the row that went out of sight.
 */
export function usePool(shown: number): number {
  const size = useRef(0);
  size.current = Math.max(size.current, shown);
  return size.current;
}
