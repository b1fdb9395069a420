import { effect } from '@preact/signals';
import { path } from '../browser/router';

/** Marks the link of the rail that leads to the part where the page is. The links come from the server. */
export function markCurrent(links: Iterable<HTMLAnchorElement>): void {
  const all = [...links];
  effect(() => {
    const part = path.value === '/' ? '/sockets' : path.value;
    for (const link of all) mark(link, part === link.pathname || part.startsWith(`${link.pathname}/`));
  });
}

function mark(link: HTMLAnchorElement, isCurrent: boolean): void {
  if (isCurrent) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
}
