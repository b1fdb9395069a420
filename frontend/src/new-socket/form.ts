import type { Address, Socket } from '../lib/wire';
import { fieldsOf } from '../call/address-fields';

export const STARTS = ['TCP client', 'TCP server', 'UDP', 'UNIX', 'Pair', 'Custom'] as const;
export type Start = (typeof STARTS)[number];

/** The members of an address as they are typed, by their names in the API. */
export type AddressText = Readonly<Record<string, string>>;

export interface Option {
  name: string;
  value: string;
}

export type Mode = 'blocking' | 'non-blocking' | 'seconds';

/** Everything that is typed in the dialog. */
export interface Form {
  start: Start;
  family: string;
  type: string;
  proto: string;
  label: string;
  mode: Mode;
  seconds: string;
  options: readonly Option[];
  bind: boolean;
  local: AddressText;
  listen: boolean;
  backlog: string;
  connect: boolean;
  peer: AddressText;
  /** The addresses that the peer's name has, where all of them are to be tried. */
  candidates: readonly AddressText[];
}

const PLAIN: Form = {
  start: 'Custom',
  family: 'AF_INET',
  type: 'SOCK_STREAM',
  proto: '0',
  label: '',
  mode: 'blocking',
  seconds: '5',
  options: [],
  bind: false,
  local: { host: '127.0.0.1', port: '0' },
  listen: false,
  backlog: '',
  connect: false,
  peer: {},
  candidates: [],
};

const REUSE: readonly Option[] = [{ name: 'SO_REUSEADDR', value: '1' }];

const DIFFERENCES: Record<Start, Partial<Form>> = {
  'TCP client': { connect: true, peer: { host: '127.0.0.1', port: '' } },
  'TCP server': { options: REUSE, bind: true, listen: true },
  UDP: { type: 'SOCK_DGRAM', bind: true },
  UNIX: { family: 'AF_UNIX', bind: true, local: { path: '/tmp/console.sock' }, listen: true },
  Pair: { family: 'AF_UNIX' },
  Custom: {},
};

export function startingAt(start: Start): Form {
  return { ...PLAIN, ...DIFFERENCES[start], start };
}

/** What a socket of that kind needs to be made again; its own port is taken, so that any other is asked for. */
export function formLike(socket: Socket): Form {
  const { family, type, proto, timeout, label, state } = socket;
  const listen = state === 'LISTENING';
  return {
    ...PLAIN,
    family,
    type,
    proto,
    label: label ?? '',
    mode: timeout === null ? 'blocking' : timeout === 0 ? 'non-blocking' : 'seconds',
    seconds: String(timeout ?? 5),
    bind: listen,
    local: { ...typed(family, socket.local_address), ...(family.startsWith('AF_INET') && { port: '0' }) },
    listen,
    connect: socket.peer_address !== null,
    peer: typed(family, socket.peer_address),
  };
}

function typed(family: string, address: Address | null): AddressText {
  const members = fieldsOf(family).map(({ name }) => [name, address?.[name]] as const);
  return Object.fromEntries(members.map(([name, value]) => [name, value === undefined ? '' : String(value)]));
}
