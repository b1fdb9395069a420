import type { Socket, SocketState } from '../lib/wire';
import type { Descriptor } from './descriptors';

type Facts = Pick<Socket, 'family' | 'type' | 'state' | 'timeout' | 'peer_address'>;

/** What a call of this name will come to on a socket as it is now: never a reason not to make it. */
export function outlookOf({ name, group, waits }: Pick<Descriptor, 'name' | 'group' | 'waits'>, socket: Facts): string {
  const failure = failureOf(name, socket);
  if (failure !== null) return `Will probably fail with ${failure}`;
  return waits ? waitOf(name, group, socket.timeout) : '';
}

export function failureOf(name: string, socket: Facts): string | null {
  if (socket.state === 'CLOSED') return 'EBADF: the socket is closed';
  return (
    (isStream(socket) ? STREAM : DATAGRAM).find((rule) => rule.of.includes(name) && rule.when(socket))?.with ?? null
  );
}

interface Rule {
  of: readonly string[];
  when: (socket: Facts) => boolean;
  with: string;
}

const is =
  (...states: SocketState[]) =>
  ({ state }: Facts) =>
    states.includes(state);
const not = (state: SocketState) => (socket: Facts) => socket.state !== state;
const always = () => true;
const isTcp = ({ family }: Facts) => family === 'AF_INET' || family === 'AF_INET6';
const unconnected = ({ peer_address, state }: Facts) => peer_address === null && state !== 'CONNECTED';

const SENDS = ['send', 'sendall', 'sendmsg'];
const RECEIVES = ['recv', 'recvfrom', 'recvmsg'];
const CONNECTS = ['connect', 'connect_ex'];

/** The kernel of Linux; what others answer differs in the error. */
const STREAM: readonly Rule[] = [
  { of: ['bind'], when: is('BOUND', 'LISTENING', 'CONNECTED'), with: 'EINVAL: it has an address already' },
  { of: ['listen'], when: is('CONNECTED'), with: 'EINVAL: it is connected' },
  { of: ['accept'], when: not('LISTENING'), with: 'EINVAL: not listening' },
  { of: CONNECTS, when: is('CONNECTED'), with: 'EISCONN: connected already' },
  { of: CONNECTS, when: (socket) => is('LISTENING')(socket) && isTcp(socket), with: 'EISCONN: it is listening' },
  { of: CONNECTS, when: is('LISTENING'), with: 'EINVAL: it is listening' },
  { of: [...SENDS, 'sendto'], when: (socket) => unconnected(socket) && isTcp(socket), with: 'EPIPE: not connected' },
  { of: SENDS, when: unconnected, with: 'ENOTCONN: not connected' },
  { of: ['sendto'], when: unconnected, with: 'EOPNOTSUPP: streams send to the peer that they are connected to' },
  { of: RECEIVES, when: (socket) => unconnected(socket) && isTcp(socket), with: 'ENOTCONN: not connected' },
  { of: RECEIVES, when: unconnected, with: 'EINVAL: not connected' },
  { of: ['getpeername', 'shutdown'], when: unconnected, with: 'ENOTCONN: not connected' },
];

const DATAGRAM: readonly Rule[] = [
  { of: ['bind'], when: not('UNCONNECTED'), with: 'EINVAL: it has an address already' },
  { of: ['listen', 'accept'], when: always, with: 'EOPNOTSUPP: only streams listen' },
  {
    of: SENDS.slice(0, 2),
    when: (socket) => unconnected(socket) && isTcp(socket),
    with: 'EDESTADDRREQ: not connected, use sendto',
  },
  { of: SENDS.slice(0, 2), when: unconnected, with: 'ENOTCONN: not connected, use sendto' },
  { of: ['getpeername', 'shutdown'], when: unconnected, with: 'ENOTCONN: not connected' },
];

function isStream({ type }: Facts): boolean {
  return type === 'SOCK_STREAM' || type === 'SOCK_SEQPACKET';
}

const AWAITED: Record<string, string> = {
  accept: 'a peer connects',
  connect: 'the peer answers',
  connect_ex: 'the peer answers',
  select: 'one of the sockets is ready',
  flush: 'the send queue has room',
  close_file: 'what is buffered is sent',
  Send: 'the send queue has room',
  write: 'the send queue has room',
};

function waitOf(name: string, group: string, timeout: number | null): string {
  const awaited = AWAITED[name] ?? AWAITED[group] ?? 'data arrives';
  if (name === 'select') return `Waits until ${awaited}`;
  if (timeout === 0) return `Does not wait until ${awaited}: the socket is non-blocking, and answers EAGAIN`;
  return `Waits until ${awaited}${timeout === null ? ', however long that takes' : ` or ${timeout} s pass`}`;
}
