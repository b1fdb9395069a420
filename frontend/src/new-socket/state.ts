import { signal } from '@preact/signals';

export const isOpen = signal(false);

export function closeNewSocket(): void {
  isOpen.value = false;
}
