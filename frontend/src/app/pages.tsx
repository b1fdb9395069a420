import { effect, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { path } from '../browser/router';

interface Entry {
  path: RegExp;
  load: () => Promise<{ default: ComponentType }>;
}

/** Which module draws a place. Each loads when it is first gone to. */
const PAGES: readonly Entry[] = [
  { path: /^\/(?:sockets(?:\/.*)?)?$/, load: () => import('../sockets/page') },
  { path: /^\/traffic$/, load: () => import('../traffic/page') },
  { path: /^\/names(?:\/.*)?$/, load: () => import('../names/page') },
  { path: /^\/reference(?:\/.*)?$/, load: () => import('../reference/page') },
  { path: /^\/settings$/, load: () => import('./settings') },
];

/** The page of the place; until it has come, the one before it. */
export const page = signal<ComponentType | null>(null);

export function startPages(): void {
  effect(() => {
    const entry = PAGES.find((candidate) => candidate.path.test(path.value));
    if (entry) void show(entry);
  });
}

async function show(entry: Entry): Promise<void> {
  const found = await entry.load();
  if (entry.path.test(path.peek())) page.value = found.default;
}
