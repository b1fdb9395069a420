import { computed } from '@preact/signals';
import { go, path, place, withQuery } from '../browser/router';
import { NEW } from '../new-socket/new-socket';

/** The socket whose detail is open, and the tab of it. */
export const opened = computed(() => {
  const [, , id = '', tab = ''] = path.value.split('/').map(decodeURIComponent);
  return path.value === NEW || id === '' ? null : { id, tab };
});

/** The address of a socket, with the list as it is now beside it. */
export function hrefOf(id: string): string {
  return `/sockets/${encodeURIComponent(id)}${place.value.search}`;
}

export function openSocket(id: string): void {
  go(hrefOf(id));
}

export function choose(name: string, value: string | null): void {
  go(withQuery({ [name]: value }));
}
