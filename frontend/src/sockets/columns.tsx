import type { ComponentType } from 'preact';
import { formatAddress } from '../lib/address';
import type { Socket } from '../lib/wire';
import { age, bytes } from '../lib/format';
import { kindInFull, kindOf } from '../lib/kind';
import { printable } from '../lib/text';
import { counted, word } from '../lib/words';
import { now } from '../live/age';
import type { Row } from '../live/sockets';
import { acceptedBy } from './accepted';
import { NumberCell, RateCell, StateCell } from './cells';
import { numberOf } from './order';
import { firstWaitingOn } from './waiting';

export interface Column {
  key: string;
  name: string;
  /** Pixels at least; a column that grows shares what is left. */
  width: number;
  grows?: boolean;
  text: (socket: Socket) => string | null;
  /** What stands where there is no text. */
  otherwise?: string;
  title?: (socket: Socket) => string;
  /** What it is sorted by, where that is not its text. */
  order?: (socket: Socket) => number | string;
  /** Its text changes while one looks: it is sorted anew only now and then. */
  changing?: boolean;
  /** It changes by the clock, which is no news. */
  quiet?: boolean;
  /** Draws what text alone does not say. */
  Cell?: ComponentType<{ row: Row }>;
}

export const COLUMNS: readonly Column[] = [
  {
    key: 'id',
    name: '#',
    width: 76,
    text: ({ id }) => printable(id),
    order: ({ id }) => numberOf(id),
    Cell: NumberCell,
  },
  {
    key: 'state',
    name: word('sockets.column.state'),
    width: 140,
    text: ({ state }) => state,
    changing: true,
    Cell: StateCell,
  },
  { key: 'type', name: word('sockets.column.type'), width: 100, text: kindOf, title: kindInFull },
  {
    key: 'local',
    name: word('sockets.column.local'),
    width: 130,
    grows: true,
    text: ({ local_address }) => formatAddress(local_address),
    otherwise: word('sockets.unbound'),
  },
  {
    key: 'peer',
    name: word('sockets.column.peer'),
    width: 130,
    grows: true,
    text: peer,
    otherwise: word('sockets.none'),
  },
  {
    key: 'label',
    name: word('sockets.column.label'),
    width: 96,
    grows: true,
    text: ({ label }) => printable(label ?? '') || null,
  },
  {
    key: 'waiting',
    name: word('sockets.column.waiting'),
    width: 104,
    text: waitingIn,
    order: waitingSince,
    changing: true,
    quiet: true,
  },
  {
    key: 'received',
    name: word('sockets.column.received'),
    width: 112,
    text: ({ bytes_received }) => amount(bytes_received),
    otherwise: '0 B',
    title: ({ bytes_received }) => word('sockets.received', { size: counted('bytes', bytes_received) }),
    order: ({ bytes_received }) => bytes_received,
    changing: true,
  },
  {
    key: 'sent',
    name: word('sockets.column.sent'),
    width: 96,
    text: ({ bytes_sent }) => amount(bytes_sent),
    otherwise: '0 B',
    title: ({ bytes_sent }) => word('sockets.sent', { size: counted('bytes', bytes_sent) }),
    order: ({ bytes_sent }) => bytes_sent,
    changing: true,
  },
  {
    key: 'rate',
    name: word('sockets.column.rate'),
    width: 156,
    text: () => null,
    order: ({ bytes_received, bytes_sent }) => bytes_received + bytes_sent,
    changing: true,
    Cell: RateCell,
  },
  { key: 'fd', name: 'fd', width: 56, text: ({ fd }) => String(fd), order: ({ fd }) => fd },
  {
    key: 'timeout',
    name: word('sockets.column.timeout'),
    width: 108,
    text: timeoutMode,
    order: ({ timeout }) => timeout ?? Infinity,
  },
  {
    key: 'activity',
    name: word('sockets.column.activity'),
    width: 108,
    text: ({ last_activity }) => since(last_activity),
    title: ({ last_activity }) => last_activity,
    order: ({ last_activity }) => last_activity,
    changing: true,
    quiet: true,
  },
  { key: 'origin', name: word('sockets.column.origin'), width: 96, text: ({ origin }) => origin },
  {
    key: 'age',
    name: word('sockets.column.age'),
    width: 96,
    text: ({ created_at }) => since(created_at),
    title: ({ created_at }) => created_at,
    order: ({ created_at }) => -Date.parse(created_at),
    quiet: true,
  },
  {
    key: 'error',
    name: word('sockets.column.error'),
    width: 136,
    text: ({ last_error }) => last_error,
    changing: true,
  },
];

export const byKey: ReadonlyMap<string, Column> = new Map(COLUMNS.map((column) => [column.key, column]));

/** Of a listener: how many of those that it accepted are in the list. */
function peer({ id, peer_address, state }: Socket): string | null {
  return state === 'LISTENING' ? counted('sockets.accepted', acceptedBy(id)) : formatAddress(peer_address);
}

function waitingIn({ id }: Socket): string | null {
  const waiting = firstWaitingOn(id);
  if (!waiting) return null;
  return `${waiting.call} · ${Math.max(0, Math.round((now.value - Date.parse(waiting.started_at)) / 1000))} s`;
}

function waitingSince({ id }: Socket): number {
  const waiting = firstWaitingOn(id);
  return waiting ? -Date.parse(waiting.started_at) : 1;
}

function timeoutMode({ timeout }: Socket): string {
  if (timeout === null) return word('sockets.blocking');
  return timeout === 0 ? word('sockets.non-blocking') : `${timeout} s`;
}

function since(time: string): string {
  return age(now.value - Date.parse(time));
}

/** Nothing is told apart from something at a glance. */
function amount(count: number): string | null {
  return count === 0 ? null : bytes(count);
}
