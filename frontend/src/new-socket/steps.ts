import type { Subject } from '../lib/subject';
import { fieldsOf } from '../call/address-fields';
import type { AddressText, Form, Option } from './form';
import type { KnownOption, KnownOptions } from './known-options';
import { argument, constant, tuple } from '../call/python';

/** One call: what is sent, and how Python writes it. What the dialog shows is what runs. */
export interface Step extends Subject {
  /** Below the API's base path; `{id}` is the socket that the first step made. */
  path: string;
  /** Several are tried in turn, until one works. */
  bodies: readonly object[];
  /** The line of a program. */
  python: string;
}

/** The calls that the form stands for, in their order. */
export function steps(form: Form, known: KnownOptions = new Map()): Step[] {
  if (form.start === 'Pair') return [socketpair(form)];
  return [
    socket(form),
    ...mode(form),
    ...form.options.filter(({ name }) => name !== '').map((option) => setsockopt(option, known.get(option.name))),
    ...(form.bind ? [onAddress('bind', form.family, [form.local])] : []),
    ...(form.listen ? [listen(form)] : []),
    ...(form.connect
      ? [onAddress('connect', form.family, form.candidates.length > 0 ? form.candidates : [form.peer])]
      : []),
  ];
}

/** The same without what can fail by the peer, or opens a port. */
export function creation(form: Form, known?: KnownOptions): Step[] {
  return steps({ ...form, listen: false, connect: false }, known);
}

function socketpair({ family, type, proto }: Form): Step {
  const call = `socketpair(${kind(family, type, proto)})`;
  return {
    name: 'socketpair',
    path: '/sockets/socketpair',
    bodies: [{ family, type, ...protocol(proto) }],
    text: call,
    python: `a, b = socket.${call}`,
  };
}

function socket({ family, type, proto, label }: Form): Step {
  const call = `socket(${kind(family, type, proto)})`;
  const body = { family, type, ...protocol(proto), ...(label !== '' && { label }) };
  return { name: 'socket', path: '/sockets', bodies: [body], text: call, python: `s = socket.${call}` };
}

function kind(family: string, type: string, proto: string): string {
  return [family, type, ...(proto === '0' ? [] : [proto])].map((name) => constant(name)).join(', ');
}

function protocol(proto: string): { proto?: string } {
  return proto === '0' ? {} : { proto };
}

function mode({ mode: chosen, seconds }: Form): Step[] {
  if (chosen === 'blocking') return [];
  if (chosen === 'non-blocking') return [onSocket('setblocking', 'False', { flag: false })];
  return [onSocket('settimeout', seconds, { timeout: Number(seconds) })];
}

function setsockopt({ name, value }: Option, known: KnownOption | undefined): Step {
  const { level = 'SOL_SOCKET', kind } = known ?? {};
  const number = kind !== 'string' && /^[+-]?\d+$/.test(value);
  const body = { level, optname: name, ...(number ? { value: Number(value) } : { text: value }) };
  return onSocket(
    'setsockopt',
    [constant(level), constant(name), number ? value : argument('text', value)].join(', '),
    body,
  );
}

function listen({ backlog }: Form): Step {
  return onSocket('listen', backlog, backlog === '' ? {} : { backlog: Number(backlog) });
}

function onAddress(call: string, family: string, addresses: readonly AddressText[]): Step {
  const tuples = addresses.map((address) => tuple(Object.fromEntries(values(family, address))));
  const bodies = addresses.map((address) => ({ address: Object.fromEntries(values(family, address)) }));
  const [first = ''] = tuples;
  const one = { ...onSocket(call, first, {}), bodies, at: bodies[0]?.address };
  return tuples.length === 1 ? one : { ...one, python: inTurn(call, tuples) };
}

function inTurn(call: string, tuples: readonly string[]): string {
  return [`for address in (${tuples.join(', ')}):`, `    if s.${call}_ex(address) == 0:`, '        break'].join('\n');
}

function values(family: string, address: AddressText): [string, string | number][] {
  return fieldsOf(family).map(({ name, isNumber }) => {
    const typed = address[name] ?? '';
    return [name, isNumber && /^\d*$/.test(typed) ? Number(typed) : typed];
  });
}

function onSocket(name: string, argument: string, body: object): Step {
  const written = `${name}(${argument})`;
  return { name, path: `/sockets/{id}/${name}`, bodies: [body], text: written, python: `s.${written}` };
}
