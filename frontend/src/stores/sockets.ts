import { batch, signal, type Signal } from '@preact/signals';
import type { Socket, SocketList } from '../lib/api';

/** How long a closed socket stays in sight. */
const LINGER = 10_000;

export interface Row {
  readonly id: string;
  readonly socket: Signal<Socket>;
  closedAt: number | null;
}

/** In the order of arrival: a row never moves while someone reads it. */
export const rows = signal<readonly Row[]>([]);
export const total = signal(0);

export function showList({ items, total: all }: SocketList, now: number): void {
  const arrived = new Map(items.map((socket) => [socket.id, socket]));
  batch(() => {
    total.value = all;
    const kept = rows.peek().filter((row) => update(row, arrived.get(row.id), now));
    const known = new Set(kept.map((row) => row.id));
    replaceRows([...kept, ...items.filter((socket) => !known.has(socket.id)).map(newRow)]);
  });
}

export function clearSockets(): void {
  rows.value = [];
  total.value = 0;
}

/** The list is a new value only when rows came or went, so that cells alone repaint otherwise. */
function replaceRows(next: readonly Row[]): void {
  const now = rows.peek();
  if (next.length !== now.length || next.some((row, index) => row !== now[index])) rows.value = next;
}

function newRow(socket: Socket): Row {
  return { id: socket.id, socket: signal(socket), closedAt: null };
}

function update(row: Row, socket: Socket | undefined, now: number): boolean {
  if (socket) {
    row.closedAt = null;
    row.socket.value = socket;
    return true;
  }
  if (row.closedAt === null) close(row, now);
  return now - (row.closedAt ?? now) < LINGER;
}

function close(row: Row, now: number): void {
  row.closedAt = now;
  row.socket.value = { ...row.socket.peek(), state: 'CLOSED' };
}
