import { formatAddress } from '../lib/address';
import { age, bytes } from '../lib/format';
import { kindOf } from '../lib/kind';
import { leftText } from '../lib/left';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { now } from '../live/age';
import type { Waiting } from '../live/protocol';
import { conditionOf } from '../live/state-look';
import { acceptedBy } from './accepted';

/** What it is called: its label, else the peer of one that was accepted, or closed, which has no line for its ends. */
export function nameText({ label, peer_address, state }: Socket, isAccepted: boolean): string {
  if (label !== null && label !== '') return printable(label);
  return isAccepted || state === 'CLOSED' ? (formatAddress(peer_address) ?? '') : '';
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
  if (conditionOf(socket) === 'FAILED') return last_error ?? '';
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
