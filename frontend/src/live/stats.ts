import { signal } from '@preact/signals';
import type { Hello, Stats } from './protocol';

/** What the server said of itself, and its last numbers. */
export const hello = signal<Hello | null>(null);
export const stats = signal<Stats | null>(null);
