import { signal, type ReadonlySignal } from '@preact/signals';

export function media(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', () => {
    matches.value = list.matches;
  });
  return matches;
}

/** Cards in place of tables, eight bytes in place of sixteen. */
export const isNarrow = media('(width <= 700px)');
