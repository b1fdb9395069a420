import { signal } from '@preact/signals';

/** A look-up that this browser made. */
export interface Lookup {
  href: string;
  text: string;
}

const KEY = 'socket-console.lookups';
const BOUND = 50;

/** The latest first. */
export const lookups = signal<readonly Lookup[]>(stored());

export function remember(lookup: Lookup): void {
  keep([lookup, ...lookups.peek().filter(({ href }) => href !== lookup.href)].slice(0, BOUND));
}

export function forgetLookups(): void {
  keep([]);
}

function keep(list: readonly Lookup[]): void {
  lookups.value = list;
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // A browser without room, or one that keeps nothing: this page still has them.
  }
}

function stored(): readonly Lookup[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter(isLookup).slice(0, BOUND) : [];
  } catch {
    return [];
  }
}

function isLookup(entry: unknown): entry is Lookup {
  const { href, text } = (entry ?? {}) as Partial<Record<keyof Lookup, unknown>>;
  return typeof text === 'string' && typeof href === 'string' && href.startsWith('/names/');
}
