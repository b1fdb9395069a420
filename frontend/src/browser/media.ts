import { signal, type ReadonlySignal } from '@preact/signals';

export function media(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', () => {
    matches.value = list.matches;
  });
  return matches;
}

/** One pane at a time. */
export const isSingle = media('(width <= 900px)');

/** Cards in place of tables, eight bytes in place of sixteen, and the pages' links below. */
export const isPhone = media('(width <= 600px)');
