import { signal } from '@preact/signals';
import type { lackOf } from './form';

export const isOpen = signal(false);

/** What was missing when the socket was to be made. */
export const lack = signal<ReturnType<typeof lackOf>>(null);

export function closeNewSocket(): void {
  isOpen.value = false;
}
