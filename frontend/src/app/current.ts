import { computed, effect, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { load } from '../browser/load';
import { path } from '../browser/router';
import { pageAt, type PageEntry } from './pages';

/** The entry of the place. */
export const currentEntry = computed(() => pageAt(path.value));

/** What draws it; until it has come, what drew the one before it. */
export const page = signal<ComponentType | null>(null);

/** The page of the place has come. */
export const isHere = computed(() => shown.value === currentEntry.value);

const shown = signal<PageEntry | undefined>(undefined);

export function startPages(): void {
  effect(() => {
    if (currentEntry.value) void show(currentEntry.value);
  });
}

async function show(entry: PageEntry): Promise<void> {
  const found = await load(entry.load);
  if (!found || currentEntry.peek() !== entry) return;
  page.value = found.default;
  shown.value = entry;
}
