import { perRun } from '../live/run';
import { active } from './focus';
import { isSocket } from './order';
import { lines, positions } from './view';

export const selected = perRun<ReadonlySet<string>>(new Set());

const anchor = perRun<string | null>(null);

export function toggle(id: string): void {
  anchor.value = id;
  const next = new Set(selected.peek());
  if (!next.delete(id)) next.add(id);
  selected.value = next;
}

/** Everything from the row that was chosen last to this one. */
export function selectTo(id: string): void {
  const from = positions.peek().get(anchor.peek() ?? active.peek() ?? id) ?? 0;
  const to = positions.peek().get(id) ?? from;
  const range = lines.peek().slice(Math.min(from, to), Math.max(from, to) + 1);
  selected.value = new Set([...selected.peek(), ...range.filter(isSocket).map(({ row }) => row.id)]);
}

export function unselect(ids: readonly string[]): void {
  const left = new Set(selected.peek());
  for (const id of ids) left.delete(id);
  selected.value = left;
}

export function clearSelection(): void {
  anchor.value = null;
  selected.value = new Set();
}
