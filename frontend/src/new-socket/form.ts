import { fieldsOf } from '../call/address-fields';
import { spell } from '../lib/address';
import { fits, isNamed, isSpelled, parseAddress, type Lack, type Spelling } from '../lib/spelling';
import type { Socket } from '../lib/wire';

export const ROLES = ['connect', 'listen', 'udp', 'custom'] as const;
export type Role = (typeof ROLES)[number];

/** What is done with the address once there is a socket; a pair has no address. */
export const THENS = ['none', 'connect', 'bind', 'listen', 'pair'] as const;
export type Then = (typeof THENS)[number];

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
  role: Role;
  /** A role that a person has chosen is not changed by what is typed. */
  isChosen: boolean;
  /** In any spelling. */
  address: string;
  /** Of the addresses that a name has, the one to try; empty for each in turn. */
  answer: string;
  /** What a custom socket, or one of datagrams, does with the address; null for what the address suggests. */
  then: Then | null;
  /** Of a custom socket, as is what follows. */
  family: string;
  type: string;
  proto: string;
  /** The address of a family that has no spelling. */
  members: AddressText;
  /** Bound before it connects; empty for any. */
  local: string;
  backlog: string;
  label: string;
  mode: Mode;
  seconds: string;
  /** Set before anything else is done; null for what is usual. */
  options: readonly Option[] | null;
}

const PLAIN: Form = {
  role: 'connect',
  isChosen: false,
  address: '',
  answer: '',
  then: null,
  family: 'AF_INET',
  type: 'SOCK_STREAM',
  proto: '0',
  members: {},
  local: '',
  backlog: '',
  label: '',
  mode: 'blocking',
  seconds: '5',
  options: null,
};

const DIFFERENCES: Record<Start, Partial<Form>> = {
  'TCP client': {},
  'TCP server': { role: 'listen', isChosen: true, address: '127.0.0.1:0' },
  UDP: { role: 'udp', isChosen: true, address: '127.0.0.1:0' },
  UNIX: { role: 'listen', isChosen: true, address: '/tmp/console.sock' },
  Pair: { role: 'custom', isChosen: true, family: 'AF_UNIX', then: 'pair' },
  Custom: { role: 'custom', isChosen: true },
};

export function startingAt(start: Start): Form {
  return { ...PLAIN, ...DIFFERENCES[start] };
}

/** What a socket of that kind needs to be made again; its own port is taken, so that any other is asked for. */
export function formLike(socket: Socket): Form {
  const { family, type, proto, timeout, label } = socket;
  const [role, then] = roleOf(socket);
  const address = then === 'none' ? null : then === 'connect' ? socket.peer_address : socket.local_address;
  return {
    ...PLAIN,
    role,
    isChosen: true,
    then,
    family,
    type,
    proto,
    label: label ?? '',
    mode: timeout === null ? 'blocking' : timeout === 0 ? 'non-blocking' : 'seconds',
    seconds: String(timeout ?? 5),
    address:
      address === null || !isSpelled(family) ? '' : spell(then === 'connect' ? address : { ...address, port: 0 }),
    members: Object.fromEntries(fieldsOf(family).map(({ name }) => [name, String(address?.[name] ?? '')])),
    options: [],
  };
}

function roleOf({ type, proto, state, peer_address }: Socket): [Role, Then] {
  const isUsual = ['0', 'IPPROTO_TCP', 'IPPROTO_UDP'].includes(proto);
  const then = state === 'LISTENING' ? 'listen' : peer_address === null ? 'none' : 'connect';
  if (isUsual && type === 'SOCK_STREAM' && then !== 'none') return [then, then];
  return [isUsual && type === 'SOCK_DGRAM' && then === 'connect' ? 'udp' : 'custom', then];
}

/** What is done with the address. */
export function thenOf({ role, then, address }: Form): Then {
  if (role === 'connect' || role === 'listen') return role;
  if (role === 'custom') return then ?? 'none';
  return then === 'bind' || then === 'connect' ? then : opens(parseAddress(address)) ? 'bind' : 'connect';
}

export function typeOf({ role, type }: Form): string {
  return role === 'custom' ? type : role === 'udp' ? 'SOCK_DGRAM' : 'SOCK_STREAM';
}

/** The family that the address has, as far as it says so; a name has none. */
export function familyOf(form: Form): string | null {
  const spelling = parseAddress(form.address);
  if (form.role === 'custom') return form.family;
  if (spelling.kind === 'path' || spelling.kind === 'abstract') return 'AF_UNIX';
  if (spelling.kind !== 'internet') return 'AF_INET';
  if (spelling.is === 'name') return null;
  return spelling.host.includes(':') ? 'AF_INET6' : 'AF_INET';
}

const REUSE: readonly Option[] = [{ name: 'SO_REUSEADDR', value: '1' }];

export function optionsOf(form: Form): readonly Option[] {
  if (form.options !== null) return form.options;
  return form.role === 'listen' && familyOf(form) !== 'AF_UNIX' ? REUSE : [];
}

/** The form after another address was typed: the address picks the role until a person does. */
export function addressed(form: Form, address: string): Form {
  const spelling = parseAddress(address);
  return { ...form, address, answer: '', role: form.isChosen ? form.role : suggested(spelling, form.role) };
}

function suggested(spelling: Spelling, role: Role): Role {
  if (spelling.kind === 'internet' && spelling.type === 'SOCK_DGRAM') return 'udp';
  if (spelling.kind === 'empty' || spelling.kind === 'wrong') return role;
  return opens(spelling) ? 'listen' : 'connect';
}

/** What nobody can connect to: all addresses of this host, or any free port. */
function opens(spelling: Spelling): boolean {
  return spelling.kind === 'internet' && (spelling.is === 'all' || spelling.port === '0');
}

/** The address is a name, or has one in it: the resolver knows which it stands for. */
export function isLookedUp(form: Form): boolean {
  return isAddressed(form) && isNamed(parseAddress(form.address));
}

/** Whether the form has an address in one field. */
export function isAddressed(form: Form): boolean {
  const then = thenOf(form);
  return then !== 'none' && then !== 'pair' && (form.role !== 'custom' || isSpelled(form.family));
}

/** Why nothing can be made of it yet; null where it can. */
export function lackOf(form: Form): Lack | 'local' | null {
  const spelling = parseAddress(form.address);
  if (isAddressed(form)) {
    if (spelling.kind === 'empty') return 'empty';
    if (spelling.kind === 'wrong') return spelling.why;
    if (form.role === 'custom' && !fits(spelling, form.family)) return 'family';
  }
  return thenOf(form) === 'connect' && form.local !== '' && !isLocal(form) ? 'local' : null;
}

function isLocal({ local }: Form): boolean {
  const spelling = parseAddress(local);
  return spelling.kind !== 'wrong' && !isNamed(spelling);
}
