import { computed, signal } from '@preact/signals';

/** Every place of the console has a URL; this is the one where the page is. */
export const place = signal(here());

export const path = computed(() => place.value.pathname);

/** A fragment leads within a place, or has the token, which is gone from the address by the next look. */
function here(): URL {
  return new URL(location.pathname + location.search, location.origin);
}

/** How many dialogs lie over the page at this entry of the history. */
export function dialogsOpen(): number {
  return (history.state as { dialogs?: number } | null)?.dialogs ?? 0;
}

let isGoingBack = false;
const waiting: (() => void)[] = [];

/** What is done to the history before it is back where it was called to would be done at the wrong entry. */
function whenBack(work: () => void): void {
  if (isGoingBack) waiting.push(work);
  else work();
}

/** So many are there, whatever the entry says: Forward comes to that of one which was left. */
let shown = 0;
let reopen = (): void => undefined;
let isReopened = false;

/** Gives a dialog an entry of its own, which Back leaves and Forward comes to again. Returns what leaves it from within. */
export function enterDialog(open: () => void, close: () => void): () => void {
  let depth = Infinity;
  shown++;
  const follow = () => {
    if (dialogsOpen() < depth) close();
  };
  whenBack(() => {
    depth = dialogsOpen() + (isReopened ? 0 : 1);
    if (!isReopened) history.pushState({ dialogs: depth }, '');
    isReopened = false;
    addEventListener('popstate', follow);
  });
  return () => {
    shown--;
    reopen = open;
    removeEventListener('popstate', follow);
    if (dialogsOpen() >= depth) goBack();
  };
}

/** One that cannot be had again leaves no entry where nothing is. */
function comeForward(): void {
  isReopened = true;
  reopen();
  setTimeout(() => {
    if (isReopened) goBack();
    isReopened = false;
  });
}

function goBack(): void {
  isGoingBack = true;
  addEventListener('popstate', arrive, { once: true });
  history.back();
}

function arrive(): void {
  isGoingBack = false;
  for (const work of waiting.splice(0)) work();
}

/** Typing replaces the entry of the history, and so does what leads out of a dialog; a choice pushes one. */
export function go(href: string, { replace = false } = {}): void {
  const url = new URL(href, place.peek());
  if (url.href === place.peek().href) return;
  whenBack(() => {
    history[replace || dialogsOpen() > 0 ? 'replaceState' : 'pushState'](null, '', url);
  });
  place.value = url;
}

/** The current place with other query parameters; null takes one away. */
export function withQuery(changes: Record<string, string | null>): string {
  const url = new URL(place.peek());
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}

/**
 * Follows the links of the page within it, so that the feed and what is being typed survive. Those to what is no place
 * leave the page.
 */
export function startRouter(isPlace: (path: string) => boolean): void {
  if (dialogsOpen() > 0) history.replaceState(null, '');
  addEventListener('popstate', () => {
    if (isGoingBack) return;
    if (here().href !== place.peek().href) place.value = here();
    if (dialogsOpen() > shown) comeForward();
  });
  document.addEventListener('click', (event) => {
    follow(event, isPlace);
  });
}

function follow(event: MouseEvent, isPlace: (path: string) => boolean): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || !isPlain(event) || link.target !== '' || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !isPlace(url.pathname) || url.hash !== '') return;
  event.preventDefault();
  go(url.href);
}

function isPlain(event: MouseEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey
  );
}
