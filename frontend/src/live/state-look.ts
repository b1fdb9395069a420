import type { Socket, SocketState } from '../lib/wire';
import { word } from '../lib/words';
import type { StateLook } from '../ui/state-chip';
import type { Waiting } from './protocol';

/** How a socket is: the kernel's state says nothing of a connection that ended, nor of one that never came to be. */
export type Condition = SocketState | 'PEER_CLOSED' | 'ENDED' | 'RESET' | 'FAILED';

/** Errors after which a socket that is not connected never came to its peer. */
const UNREACHED = new Set(['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN']);

export function conditionOf(socket: Socket): Condition {
  const { state, peer_ended } = socket;
  if (peer_ended === 'reset') return 'RESET';
  if (peer_ended === 'closed') return state === 'CONNECTED' ? 'PEER_CLOSED' : 'ENDED';
  return hasFailed(socket) ? 'FAILED' : state;
}

/** Its connect did; the kernel may have given it a port for that, which it keeps. */
function hasFailed({ state, type, last_error }: Socket): boolean {
  const isUnconnected = state === 'UNCONNECTED' || (state === 'BOUND' && type === 'SOCK_STREAM');
  return isUnconnected && last_error !== null && UNREACHED.has(last_error);
}

const RING = 'M10 6a4 4 0 1 1-8 0 4 4 0 0 1 8 0z';

const OFF = { glyph: RING, tone: 'off', isChip: false } as const;
const WAITS = { glyph: `${RING}M6 6V2a4 4 0 0 1 4 4z`, tone: 'warn', isChip: true } as const;
const ENDED = { ...WAITS, isChip: false } as const;

const LOOKS: Record<Condition, Omit<StateLook, 'text'>> = {
  UNCONNECTED: OFF,
  BOUND: { ...OFF, fill: 'dashed' },
  LISTENING: { glyph: `${RING}M7.5 6a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z`, tone: 'info', isChip: false },
  CONNECTING: WAITS,
  CONNECTED: { glyph: RING, tone: 'ok', isChip: false, fill: 'solid' },
  CLOSED: { glyph: 'M2 6h8', tone: 'off', isChip: false },
  PEER_CLOSED: ENDED,
  ENDED,
  RESET: ENDED,
  FAILED: { glyph: 'M2.5 2.5l7 7M9.5 2.5l-7 7', tone: 'bad', isChip: true },
};

/** A call that waits says more than the state, but of a listener, which is there to wait. */
export function stateLook(socket: Socket, waiting: Waiting | undefined): StateLook {
  if (waiting && socket.state !== 'LISTENING')
    return { ...WAITS, text: word('sockets.waiting', { call: waiting.call }) };
  const condition = conditionOf(socket);
  return { ...LOOKS[condition], text: word(`sockets.state.${condition}`) };
}
