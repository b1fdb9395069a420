import type { Socket, SocketState } from '../lib/wire';
import { word, type Word } from '../lib/words';
import { isAnswered, responderOf } from '../live/responder';
import type { CallForm } from './call-forms';

type Facts = Pick<Socket, 'id' | 'family' | 'type' | 'state' | 'timeout' | 'peer_address' | 'responder'>;

/** What a call of this name will come to on a socket as it is now: never a reason not to make it. */
export function outlookOf({ name, group, waits }: Pick<CallForm, 'name' | 'group' | 'waits'>, socket: Facts): string {
  const failure = failureOf(name, socket);
  if (failure !== null) return word('outlook.fails', { failure });
  if (!waits) return '';
  return (socket.timeout === 0 ? null : answeredOf(group, socket)) ?? waitOf(name, group, socket.timeout);
}

/** A call that waits already goes before the responder. */
function answeredOf(group: string, socket: Facts): string | null {
  if (!isAnswered(socket)) return null;
  const { accept, receive } = responderOf(socket) ?? { accept: true, receive: true };
  if (group === 'Server' && accept) return word('outlook.answered.accept');
  return group === 'Receive' && receive ? word('outlook.answered.receive') : null;
}

export function failureOf(name: string, socket: Facts): string | null {
  const failure = socket.state === 'CLOSED' ? CLOSED : ruleFor(name, socket);
  return failure ? `${failure.with}: ${word(failure.why)}` : null;
}

function ruleFor(name: string, socket: Facts): Rule | undefined {
  return (isStream(socket) ? STREAM : DATAGRAM).find(({ of, when }) => of.includes(name) && when(socket));
}

interface Failure {
  with: string;
  why: Word;
}

interface Rule extends Failure {
  of: readonly string[];
  when: (socket: Facts) => boolean;
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

const CLOSED: Failure = { with: 'EBADF', why: 'outlook.failure.closed' };

/** The kernel of Linux; what others answer differs in the error. */
const STREAM: readonly Rule[] = [
  { of: ['bind'], when: is('BOUND', 'LISTENING', 'CONNECTED'), with: 'EINVAL', why: 'outlook.failure.addressed' },
  { of: ['listen'], when: is('CONNECTED'), with: 'EINVAL', why: 'outlook.failure.connected' },
  { of: ['accept'], when: not('LISTENING'), with: 'EINVAL', why: 'outlook.failure.not-listening' },
  { of: CONNECTS, when: is('CONNECTED'), with: 'EISCONN', why: 'outlook.failure.connected-already' },
  {
    of: CONNECTS,
    when: (socket) => is('LISTENING')(socket) && isTcp(socket),
    with: 'EISCONN',
    why: 'outlook.failure.listening',
  },
  { of: CONNECTS, when: is('LISTENING'), with: 'EINVAL', why: 'outlook.failure.listening' },
  {
    of: [...SENDS, 'sendto'],
    when: (socket) => unconnected(socket) && isTcp(socket),
    with: 'EPIPE',
    why: 'outlook.failure.unconnected',
  },
  { of: SENDS, when: unconnected, with: 'ENOTCONN', why: 'outlook.failure.unconnected' },
  { of: ['sendto'], when: unconnected, with: 'EOPNOTSUPP', why: 'outlook.failure.stream' },
  {
    of: RECEIVES,
    when: (socket) => unconnected(socket) && isTcp(socket),
    with: 'ENOTCONN',
    why: 'outlook.failure.unconnected',
  },
  { of: RECEIVES, when: unconnected, with: 'EINVAL', why: 'outlook.failure.unconnected' },
  { of: ['getpeername', 'shutdown'], when: unconnected, with: 'ENOTCONN', why: 'outlook.failure.unconnected' },
];

const DATAGRAM: readonly Rule[] = [
  { of: ['bind'], when: not('UNCONNECTED'), with: 'EINVAL', why: 'outlook.failure.addressed' },
  { of: ['listen', 'accept'], when: always, with: 'EOPNOTSUPP', why: 'outlook.failure.datagram' },
  {
    of: SENDS.slice(0, 2),
    when: (socket) => unconnected(socket) && isTcp(socket),
    with: 'EDESTADDRREQ',
    why: 'outlook.failure.use-sendto',
  },
  { of: SENDS.slice(0, 2), when: unconnected, with: 'ENOTCONN', why: 'outlook.failure.use-sendto' },
  { of: ['getpeername', 'shutdown'], when: unconnected, with: 'ENOTCONN', why: 'outlook.failure.unconnected' },
];

function isStream({ type }: Facts): boolean {
  return type === 'SOCK_STREAM' || type === 'SOCK_SEQPACKET';
}

const AWAITED: Record<string, Word> = {
  accept: 'outlook.awaited.peer',
  connect: 'outlook.awaited.answer',
  connect_ex: 'outlook.awaited.answer',
  select: 'outlook.awaited.ready',
  Send: 'outlook.awaited.room',
  'file.write': 'outlook.awaited.room',
  'file.flush': 'outlook.awaited.room',
  'file.close': 'outlook.awaited.sent',
};

function waitOf(name: string, group: string, timeout: number | null): string {
  const awaited = word(AWAITED[name] ?? AWAITED[group] ?? 'outlook.awaited.data');
  if (name === 'select') return word('outlook.waits', { awaited });
  if (timeout === 0) return word('outlook.waits.not', { awaited });
  return timeout === null
    ? word('outlook.waits.unlimited', { awaited })
    : word('outlook.waits.limit', { awaited, n: timeout });
}
