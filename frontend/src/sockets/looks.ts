import { formatAddress } from '../lib/address';
import { age, bytes } from '../lib/format';
import { kindOf } from '../lib/kind';
import { leftText } from '../lib/left';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { now } from '../live/age';
import type { Waiting } from '../live/protocol';
import { acceptedBy } from './accepted';

/** The glyph of a state, its word, and its colour. */
export interface StateLook {
  glyph: string;
  tone: 'off' | 'info' | 'warn' | 'ok' | 'bad';
  text: string;
  /** What one should look at has a ground of its colour. */
  isChip: boolean;
}

const RING = 'M10 6a4 4 0 1 1-8 0 4 4 0 0 1 8 0z';
const QUARTER = `${RING}M6 6V2a4 4 0 0 1 4 4z`;
const CROSS = 'M2.5 2.5l7 7M9.5 2.5l-7 7';

const LOOKS = {
  UNCONNECTED: { glyph: RING, tone: 'off', isChip: false },
  BOUND: { glyph: RING, tone: 'off', isChip: false },
  LISTENING: { glyph: `${RING}M7.5 6a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z`, tone: 'info', isChip: false },
  CONNECTING: { glyph: QUARTER, tone: 'warn', isChip: true },
  CONNECTED: { glyph: RING, tone: 'ok', isChip: false },
  CLOSED: { glyph: 'M2 6h8', tone: 'off', isChip: false },
} as const satisfies Record<Socket['state'], Omit<StateLook, 'text'>>;

/** Errors after which a socket that is not connected never came to its peer. */
const UNREACHED = new Set(['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN']);

export function hasFailed({ state, last_error }: Socket): boolean {
  return state === 'UNCONNECTED' && last_error !== null && UNREACHED.has(last_error);
}

export function stateLook(socket: Socket, waiting: Waiting | undefined): StateLook {
  const { state } = socket;
  if (waiting && state !== 'LISTENING')
    return { glyph: QUARTER, tone: 'warn', isChip: true, text: word('sockets.waiting', { call: waiting.call }) };
  if (hasFailed(socket)) return { glyph: CROSS, tone: 'bad', isChip: true, text: word('sockets.state.FAILED') };
  if (socket.peer_ended !== null && state === 'CONNECTED')
    return { glyph: QUARTER, tone: 'warn', isChip: false, text: word(`socket.peer-ended.${socket.peer_ended}`) };
  return { ...LOOKS[state], text: word(`sockets.state.${state}`) };
}

/** What it is called: its label, else the peer of one that was accepted. */
export function nameText({ label, peer_address }: Socket, isAccepted: boolean): string {
  if (label !== null && label !== '') return printable(label);
  return isAccepted ? (formatAddress(peer_address) ?? '') : '';
}

/** `TCP 127.0.0.1:51422 → 127.0.0.1:6379`, and what answers there, and how often it has. */
export function endsText(socket: Socket): string {
  const [local, peer] = [formatAddress(socket.local_address), formatAddress(socket.peer_address)];
  const ends = [local, peer === null ? null : `→ ${peer}`].filter((end) => end !== null);
  return [kindOf(socket), ends.length === 0 ? word('sockets.unbound') : ends.join(' '), answersText(socket)]
    .join(' ')
    .trimEnd();
}

function answersText({ responder, replies }: Socket): string {
  if (!responder) return '';
  const does = `· ${word(`responder.row.${responder}`)}`;
  return replies ? `${does}, ${counted('responder.replies', replies)}` : does;
}

/** The one thing that matters of it: how long it waits, what failed, what waits in the kernel, how many it accepted, how much it moved. */
export function movedText(socket: Socket, waiting: Waiting | undefined): string {
  const { id, state, last_error, closed_at, bytes_received, bytes_sent } = socket;
  if (state === 'CLOSED') return age(now.value - Date.parse(closed_at ?? ''));
  if (waiting && state !== 'LISTENING') return clockOf(waiting);
  if (hasFailed(socket)) return last_error ?? '';
  const left = leftText(socket);
  if (left !== '') return left;
  const total = bytes_received + bytes_sent;
  if (state === 'LISTENING' && total === 0) return counted('sockets.accepted', acceptedBy(id));
  return bytes(total);
}

/** For a card: what comes in and goes out. */
export function factsText({ bytes_received, bytes_sent }: Socket): string {
  return `← ${bytes(bytes_received)}  → ${bytes(bytes_sent)}`;
}

/** `00:12`. */
function clockOf({ started_at }: Waiting): string {
  const seconds = Math.max(0, Math.round((now.value - Date.parse(started_at)) / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
