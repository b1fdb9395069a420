import { computed } from '@preact/signals';
import { place } from '../browser/router';
import { rows, whenTurned, type Row } from '../live/sockets';
import type { SocketState } from '../lib/wire';
import { waitsOn } from './waiting';

export const QUICK = ['open', 'listening', 'connected', 'waiting', 'unread', 'closed'] as const;
export type Quick = (typeof QUICK)[number];

/** Which of the sockets that fit the filter are shown; at first the open ones, and below them the closed. */
export const quick = computed<Quick>(
  () => QUICK.find((name) => name === place.value.searchParams.get('quick')) ?? 'open',
);

const FITS: Record<Quick, (row: Row) => boolean> = {
  open: (row) => stateOf(row) !== 'CLOSED',
  listening: (row) => stateOf(row) === 'LISTENING',
  connected: (row) => stateOf(row) === 'CONNECTED',
  waiting: (row) => stateOf(row) !== 'CLOSED' && waitsOn(row.id),
  unread: ({ socket }) => Boolean(socket.peek().unread),
  closed: (row) => stateOf(row) === 'CLOSED',
};

/** Rows are looked at, not followed: `whenTurned` tells when it is time to look again. */
function stateOf({ socket }: Row): SocketState {
  return socket.peek().state;
}

export function fits(row: Row, name: Quick): boolean {
  return FITS[name](row);
}

/** How many there are of each among those that fit the filter. */
export const counts = computed(() => {
  whenTurned();
  const all = rows.value;
  return Object.fromEntries(QUICK.map((name) => [name, all.filter(FITS[name]).length])) as Record<Quick, number>;
});
