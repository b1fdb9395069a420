import { computed, effect } from '@preact/signals';
import { perRun } from '../live/run';
import { rows, whenTurned, type Row } from '../live/sockets';
import { cleared, keepsClosed } from './closed';
import { attends, isAttended } from './focus';
import { fits, quick } from './quick';

interface Lingering {
  row: Row;
  at: number;
}

/** Rows that fit no more, while someone is at them. */
const lingering = perRun<readonly Lingering[]>([]);

/** The rows that are to be seen, in the server's order. */
const fitting = computed<readonly Row[]>(() => {
  whenTurned();
  return unchanged(rows.value.filter(isWanted));
});

function isWanted(row: Row): boolean {
  if (quick.value === 'closed') return fits(row, 'closed') && !cleared.value.has(row.id);
  if (!fits(row, 'open')) return quick.value === 'open' && keepsClosed.value && !cleared.value.has(row.id);
  return fits(row, quick.value);
}

let known: readonly Row[] = [];

/** The same list as before where it has the same rows: all that follows from it stays. */
function unchanged(now: readonly Row[]): readonly Row[] {
  if (now.length !== known.length || now.some((row, index) => row !== known[index])) known = now;
  return known;
}

let before: readonly Row[] = [];

/** Keeps what leaves under someone's eyes until the eyes do. */
export function startLingering(): () => void {
  const stops = [effect(keepAttended), effect(dropUnattended)];
  return () => {
    stops.forEach((stop) => {
      stop();
    });
  };
}

function keepAttended(): void {
  const there = new Set(fitting.value);
  const left = before.map((row, at) => ({ row, at })).filter(({ row }) => !there.has(row) && attends(row.id));
  before = fitting.value;
  lingering.value = [...lingering.peek(), ...left].filter(({ row }) => !there.has(row));
}

function dropUnattended(): void {
  const attended = lingering.value.filter(({ row }) => isAttended(row.id));
  if (attended.length < lingering.peek().length) lingering.value = attended;
}

/** Whether the row is dimmed for it. */
export function isLingering(id: string): boolean {
  return lingering.value.some(({ row }) => row.id === id);
}

/** The rows of the list, in no order of its own yet. */
export const shown = computed<readonly Row[]>(() =>
  lingering.value.reduce((list, { row, at }) => list.toSpliced(at, 0, row), fitting.value),
);
