import { batch, computed, signal, type Signal } from '@preact/signals';
import type { Socket } from '../lib/wire';
import type { Delta, Snapshot } from './protocol';
import { perRun } from './run';

export interface Row {
  readonly id: string;
  readonly socket: Signal<Socket>;
}

/** In the server's order, closed ones among them. New only when rows came or went: cells follow their own row. */
export const rows = perRun<readonly Row[]>([]);

/** Steps whenever a row came to another state, or has something unread or no more, which `rows` does not tell. */
const turned = signal(0);

/** Whoever asks is called again then. */
export function whenTurned(): number {
  return turned.value;
}

/** How many there are without the filter. */
export const total = perRun(0);

/** The filter in force, as typed. */
export const filter = signal('');

const byId = computed(() => new Map(rows.value.map((row) => [row.id, row])));

export function socketById(id: string): Signal<Socket> | undefined {
  return byId.value.get(id)?.socket;
}

export function showSockets({ sockets, total: all }: Snapshot): void {
  batch(() => {
    total.value = all;
    replaceRows(sockets.map((socket) => updated(socket) ?? newRow(socket)));
  });
}

export function changeSockets({ sockets = [], gone = [], total: all }: Delta): void {
  batch(() => {
    total.value = all;
    const arrived = sockets.filter((socket) => !updated(socket)).map(newRow);
    const left = new Set(gone);
    replaceRows([...rows.peek().filter(({ id }) => !left.has(id)), ...arrived]);
  });
}

function newRow(socket: Socket): Row {
  return { id: socket.id, socket: signal(socket) };
}

/** The row that has taken this in, if there is one. */
function updated(socket: Socket): Row | undefined {
  const row = byId.peek().get(socket.id);
  if (!row) return;
  const { state, unread } = row.socket.peek();
  if (state !== socket.state || !unread !== !socket.unread) turned.value++;
  row.socket.value = socket;
  return row;
}

function replaceRows(next: readonly Row[]): void {
  const now = rows.peek();
  if (next.length !== now.length || next.some((row, index) => row !== now[index])) rows.value = next;
}
