import { effect, signal } from '@preact/signals';
import { keep, readKept } from '../../browser/kept';

const KEPT = 8;

/** The entries that were chosen last, the latest first. */
export const recent = signal<readonly string[]>((readKept('recent') ?? '').split('\n').filter((id) => id !== ''));

effect(() => {
  keep('recent', recent.value.join('\n'));
});

export function remember(id: string): void {
  recent.value = [id, ...recent.peek().filter((known) => known !== id)].slice(0, KEPT);
}
