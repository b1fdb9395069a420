import { signal } from '@preact/signals';
import { active } from './focus';
import { lines, positions } from './view';

export const selected = signal<ReadonlySet<string>>(new Set());

let anchor: string | null = null;

export function toggle(id: string): void {
  anchor = id;
  const next = new Set(selected.peek());
  if (!next.delete(id)) next.add(id);
  selected.value = next;
}

/** Everything from the row that was chosen last to this one. */
export function selectTo(id: string): void {
  const from = positions.peek().get(anchor ?? active.peek() ?? id) ?? 0;
  const to = positions.peek().get(id) ?? from;
  const range = lines.peek().slice(Math.min(from, to), Math.max(from, to) + 1);
  selected.value = new Set([...selected.peek(), ...range.map(({ row }) => row.id)]);
}

export function clearSelection(): void {
  anchor = null;
  selected.value = new Set();
}
