import { fieldsOf } from '../call/address-fields';
import type { Arguments } from '../call/make';
import { formatAddress } from '../lib/address';
import { membersOf, parseAddress, type Spelling } from '../lib/spelling';
import type { Address } from '../lib/wire';
import { familyOf, isAddressed, isLookedUp, optionsOf, thenOf, typeOf, type Form, type Option } from './form';
import type { KnownOption, KnownOptions } from './known-options';

/** What of the form a call comes from. */
export type Part = 'address' | 'role' | 'label' | 'mode' | 'options' | 'local' | 'backlog';

/** One call: what the dialog shows is what runs. */
export interface Step {
  name: string;
  args: Arguments;
  part: Part;
}

/** Where a socket connects or binds to. */
export interface Target {
  family: string;
  address: Record<string, string | number> | string;
}

/** What stands for an address that is not known yet. */
export const UNKNOWN: Target = { family: 'family', address: 'address' };

/** What stands for one that is to be typed: such a form is not made. */
const MISSING = '…';

/** The calls that the form stands for, in their order, once for each address to try. */
export function attempts(
  form: Form,
  known: KnownOptions = new Map(),
  answers: readonly Address[] = [],
): readonly Step[][] {
  if (thenOf(form) === 'pair') return [[{ name: 'socketpair', args: kind(form, form.family), part: 'role' }]];
  return targetsOf(form, answers).map((target) => attempt(form, known, target));
}

/** Those of the first address. */
export function steps(form: Form, known?: KnownOptions): readonly Step[] {
  return attempts(form, known)[0] ?? [];
}

/** The form without what opens a port or needs a peer. */
export function creation(form: Form): Form {
  const then = thenOf(form);
  if (then === 'pair' || then === 'none') return form;
  return {
    ...form,
    role: 'custom',
    then: 'none',
    family: familyOf(form) ?? 'AF_INET',
    type: typeOf(form),
    options: optionsOf(form),
  };
}

/** The question for the resolver. */
export function lookup(form: Form): { host: string; port: string; family: string; type: string } | null {
  const spelling = parseAddress(form.address);
  if (!isLookedUp(form) || spelling.kind !== 'internet') return null;
  const { host, port } = spelling;
  return { host, port, family: form.role === 'custom' ? form.family : 'AF_UNSPEC', type: typeOf(form) };
}

/** The same as a call, as a person writes it. */
export function lookupArgs(form: Form): Arguments | null {
  const question = lookup(form);
  if (question === null) return null;
  const { host, port } = question;
  return { host, port: /^\d+$/.test(port) ? Number(port) : port };
}

function attempt(form: Form, known: KnownOptions, { family, address }: Target): Step[] {
  const then = thenOf(form);
  const local = parseAddress(form.local);
  const { label } = form;
  return [
    { name: 'socket', args: { ...kind(form, family), ...(label !== '' && { label }) }, part: 'role' },
    ...mode(form),
    ...optionsOf(form)
      .filter(({ name }) => name !== '')
      .map((option) => setsockopt(option, known.get(option.name))),
    ...(then === 'connect' && local.kind !== 'empty' ? [bind(writtenAs(local), 'local')] : []),
    ...(then === 'bind' || then === 'listen' ? [bind(address, 'address')] : []),
    ...(then === 'listen' ? [listen(form)] : []),
    ...(then === 'connect' ? [{ name: 'connect', args: { address }, part: 'address' } as const] : []),
  ];
}

function targetsOf(form: Form, answers: readonly Address[]): readonly Target[] {
  if (!isLookedUp(form)) return [{ family: familyOf(form) ?? 'AF_INET', address: typedAddress(form) }];
  const chosen = answers.filter((answer) => form.answer === '' || formatAddress(answer) === form.answer);
  return chosen.length === 0 ? [UNKNOWN] : chosen.map(target);
}

function target({ family = 'AF_INET', host = '', port = 0 }: Address): Target {
  return { family, address: { host, port } };
}

function typedAddress(form: Form): Target['address'] {
  if (isAddressed(form)) return writtenAs(parseAddress(form.address));
  return Object.fromEntries(
    fieldsOf(form.family).map(({ name, isNumber }) => {
      const typed = form.members[name] ?? '';
      return [name, isNumber && /^\d*$/.test(typed) ? Number(typed) : typed];
    }),
  );
}

function writtenAs(spelling: Spelling): Target['address'] {
  return spelling.kind === 'empty' || spelling.kind === 'wrong' ? MISSING : membersOf(spelling);
}

function kind(form: Form, family: string): Arguments {
  const proto = form.role === 'custom' ? form.proto : '0';
  return { family, type: typeOf(form), ...(proto !== '0' && { proto }) };
}

function mode({ mode: chosen, seconds }: Form): Step[] {
  if (chosen === 'blocking') return [];
  if (chosen === 'non-blocking') return [{ name: 'setblocking', args: { flag: false }, part: 'mode' }];
  return [{ name: 'settimeout', args: { timeout: Number(seconds) }, part: 'mode' }];
}

function setsockopt({ name, value }: Option, known: KnownOption | undefined): Step {
  const { level = 'SOL_SOCKET', kind: type } = known ?? {};
  const number = type !== 'string' && /^[+-]?\d+$/.test(value);
  const args = { level, optname: name, ...(number ? { value: Number(value) } : { text: value }) };
  return { name: 'setsockopt', args, part: 'options' };
}

function bind(address: Target['address'], part: Part): Step {
  return { name: 'bind', args: { address }, part };
}

function listen({ backlog }: Form): Step {
  return { name: 'listen', args: backlog === '' ? {} : { backlog: Number(backlog) }, part: 'backlog' };
}
