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
  selected.value = new Set([...selected.peek(), ...between(anchor.peek() ?? active.peek() ?? id, id)]);
}

/** What Shift selects as the keys move: from where it was held down first, beside what was selected then. */
const range = perRun<{ from: string; to: string; before: ReadonlySet<string> } | null>(null);

/** The selection goes with the keys, there and back. */
export function extend(at: string, to: string): void {
  const known = range.peek();
  const { from, before } = known?.to === at ? known : { from: at, before: selected.peek() };
  range.value = { from, to, before };
  selected.value = new Set([...before, ...between(from, to)]);
}

export function selectAll(): void {
  selected.value = new Set(lines.peek().filter(isSocket).map(idOf));
}

function between(one: string, other: string): string[] {
  const from = positions.peek().get(one) ?? 0;
  const to = positions.peek().get(other) ?? from;
  return lines
    .peek()
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .filter(isSocket)
    .map(idOf);
}

function idOf({ row }: { row: { id: string } }): string {
  return row.id;
}

export function unselect(ids: readonly string[]): void {
  const left = new Set(selected.peek());
  for (const id of ids) left.delete(id);
  selected.value = left;
}

export function clearSelection(): void {
  anchor.value = null;
  range.value = null;
  selected.value = new Set();
}
