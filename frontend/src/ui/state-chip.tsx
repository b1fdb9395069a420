import type { JSX } from 'preact';
import { word } from '../lib/words';
import type { Socket, SocketState } from '../lib/wire';

interface Look {
  tone: 'off' | 'info' | 'warn' | 'ok';
  glyph: JSX.Element;
}

const ring = <circle cx="6" cy="6" r="4" />;

const LOOKS: Record<SocketState, Look> = {
  UNCONNECTED: { tone: 'off', glyph: ring },
  BOUND: { tone: 'off', glyph: <circle cx="6" cy="6" r="4" class="dashed" /> },
  LISTENING: {
    tone: 'info',
    glyph: (
      <>
        {ring}
        <circle cx="6" cy="6" r="1.5" class="solid" />
      </>
    ),
  },
  CONNECTING: {
    tone: 'warn',
    glyph: (
      <>
        {ring}
        <path d="M6 6V2a4 4 0 0 1 4 4z" class="solid" />
      </>
    ),
  },
  CONNECTED: { tone: 'ok', glyph: <circle cx="6" cy="6" r="4" class="solid" /> },
  CLOSED: { tone: 'off', glyph: <path d="M2 6h8" /> },
};

const QUARTER: Look = { tone: 'warn', glyph: LOOKS.CONNECTING.glyph };

interface StateChipProps {
  state: SocketState;
  /** The call that waits on the socket: it says more than the state, but of a listener, which is there to wait. */
  waiting?: string;
  peerEnded?: Socket['peer_ended'];
}

export function StateChip({ state, waiting, peerEnded = null }: StateChipProps) {
  const isWaiting = waiting !== undefined && state !== 'LISTENING';
  const isEnded = peerEnded !== null && state === 'CONNECTED';
  const { tone, glyph } = isWaiting || isEnded ? QUARTER : LOOKS[state];
  return (
    <span class={`chip ${tone}`}>
      <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
        {glyph}
      </svg>
      {isWaiting
        ? word('sockets.waiting', { call: waiting })
        : word(isEnded ? `socket.peer-ended.${peerEnded}` : `sockets.state.${state}`)}
    </span>
  );
}
