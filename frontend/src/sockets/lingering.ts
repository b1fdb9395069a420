import { computed, effect } from '@preact/signals';
import type { Socket } from '../lib/wire';
import { now } from '../live/age';
import { perRun } from '../live/run';
import { rows, type Row } from '../live/sockets';
import { cleared, keepsClosed } from './closed';
import { attends, isAttended } from './focus';

interface Lingering {
  row: Row;
  at: number;
}

/** Rows that fit the filter no more, while someone is at them. */
const lingering = perRun<readonly Lingering[]>([]);

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
  const there = new Set(rows.value.map(({ id }) => id));
  const left = before.map((row, at) => ({ row, at })).filter(({ row }) => !there.has(row.id) && attends(row.id));
  before = rows.value;
  lingering.value = [...lingering.peek(), ...left].filter(({ row }) => !there.has(row.id));
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
  lingering.value.reduce((list, { row, at }) => list.toSpliced(at, 0, row), rows.value.filter(isShown)),
);

function isShown({ id, socket }: Row): boolean {
  if (cleared.value.has(id)) return false;
  return keepsClosed.value || !isClosedBy(now.value, socket.peek()) || attends(id);
}

/** The clock has it asked again. */
function isClosedBy(_time: number, { state }: Socket): boolean {
  return state === 'CLOSED';
}
