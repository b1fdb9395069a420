import { computed, signal, untracked } from '@preact/signals';
import { perRun } from '../live/run';

/** The row that the keys act on, by its socket's id. */
export const active = perRun<string | null>(null);

/** The row under the pointer. */
export const hovered = perRun<string | null>(null);

export const hasFocus = signal(false);

/** Someone is in the list: rows keep their places. */
export const isBusy = computed(() => hasFocus.value || hovered.value !== null);

/** Rows that stay although they fit the filter no more. */
export function isAttended(id: string): boolean {
  return hovered.value === id || (hasFocus.value && active.value === id);
}

export function attends(id: string): boolean {
  return untracked(() => isAttended(id));
}
