import { word } from '../../lib/words';
import { parse, type Encoding } from '../../lib/encodings';
import { toBase64, type Bytes } from '../../lib/bytes';
import { isSpelled, lackOfKind, membersOf, parseFor } from '../../lib/spelling';
import { wordOf } from '../../lib/text';
import type { CallForm, Parameter } from '../call-forms';
import { fieldsOf } from '../address-fields';

/** What was typed, flat: `bufsize`, `address.host`, `data`, `data.as`, `ancdata.0.level`, `ancdata.rows`. */
export type Draft = Readonly<Record<string, string>>;

/** What cannot be put into a request: bytes that are none. */
export class Mistyped extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Arguments {
  query: Record<string, string>;
  body: Record<string, unknown>;
}

type Reader = (name: string, draft: Draft, family: string) => unknown;

/** Whatever is typed goes to the server, which knows what is wrong with it; only bytes have to be bytes. */
const READERS: Record<string, Reader> = {
  integer: number,
  number,
  boolean: (name, draft) => (draft[name] === undefined ? undefined : draft[name] === 'true'),
  bytes: (name, draft) => toBase64(bytesOf(name, draft)),
  address,
  buffers: (name, draft) => rows(name, draft).map((row) => toBase64(bytesOf(row, draft))),
  ancillary: (name, draft) => {
    const all = rows(name, draft);
    return all.length === 0 ? undefined : all.map((row) => control(row, draft));
  },
  ids,
};

/** Null is a value; undefined is left out. */
export function valueOf(parameter: Parameter, draft: Draft, family: string): unknown {
  const { name, type, required, nullable, default: usual } = parameter;
  if (nullable && draft[`${name}.none`] === 'true') return null;
  if (type === 'bytes' && !required && (draft[name] ?? '') === '') return undefined;
  const read = READERS[type] ?? plain;
  const value = read(name, draft, family);
  if (value === undefined && required && usual !== null) return read(name, { [name]: usual }, family);
  return !required && isEmpty(value) ? undefined : value;
}

/** Throws `Mistyped`. */
export function argumentsOf({ parameters }: CallForm, draft: Draft, family: string): Arguments {
  const found: Arguments = { query: {}, body: {} };
  for (const parameter of parameters) {
    const value = valueOf(parameter, draft, family);
    if (value === undefined) continue;
    if (parameter.in === 'query') found.query[parameter.name] = wordOf(value);
    else found.body[parameter.name] = value;
  }
  return found;
}

/** Throws `Mistyped`. */
export function bytesOf(name: string, draft: Draft): Bytes {
  const parsed = parse((draft[`${name}.as`] ?? 'text') as Encoding, draft[name] ?? '');
  if (!parsed.ok) throw new Mistyped(name, parsed.message);
  return parsed.bytes;
}

export function rows(name: string, draft: Draft): string[] {
  return Array.from({ length: Number(draft[`${name}.rows`] ?? '0') }, (_, row) => `${name}.${row}`);
}

function plain(name: string, draft: Draft): string | undefined {
  const text = (draft[name] ?? '').trim();
  return text === '' ? undefined : text;
}

function number(name: string, draft: Draft): number | string | undefined {
  const text = plain(name, draft);
  return text === undefined ? undefined : toNumber(text);
}

/** Text that is no number stays as it is. */
function toNumber(text: string): number | string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** An absent member is the server's to complain about. */
function address(name: string, draft: Draft, own: string): Record<string, unknown> {
  const family = draft[`${name}.family`] ?? '';
  if (family !== '') return { family };
  return isSpelled(own) ? spelled(name, draft[name] ?? '', own) : memberwise(name, draft, own);
}

/** An empty path is any name. */
function spelled(name: string, typed: string, family: string): Record<string, unknown> {
  const lack = lackOfKind(family, typed);
  if (lack === 'empty') return family === 'AF_UNIX' ? { path: '' } : {};
  if (lack !== null) throw new Mistyped(name, word(`address.lack.${lack}`));
  return membersOf(parseFor(family, typed));
}

function memberwise(name: string, draft: Draft, family: string): Record<string, unknown> {
  const members = fieldsOf(family).map((field) => {
    const member = `${name}.${field.name}`;
    return [field.name, field.isNumber ? number(member, draft) : (draft[member] ?? '')] as const;
  });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function control(row: string, draft: Draft) {
  return { level: draft[`${row}.level`] ?? '', type: draft[`${row}.type`] ?? '', ...contents(row, draft) };
}

/** How the contents of a control message are written: as bytes, as the ids of sockets, or in words. */
export function formOf(row: string, draft: Draft): string {
  return draft[`${row}.as`] ?? (draft[`${row}.type`] === 'SCM_RIGHTS' ? 'sockets' : 'text');
}

function contents(row: string, draft: Draft): { data: string } | { value: unknown } {
  const form = formOf(row, draft);
  if (form === 'sockets') return { value: { sockets: ids(row, draft) } };
  return form === 'words' ? { value: words(row, draft) } : { data: toBase64(bytesOf(row, draft)) };
}

function words(row: string, draft: Draft): unknown {
  try {
    return JSON.parse(draft[row] ?? '');
  } catch {
    throw new Mistyped(row, word('form.no-json', { example: '{"ifindex": 1}' }));
  }
}

function ids(name: string, draft: Draft): string[] {
  return (draft[name] ?? '').split(/[\s,]+/).filter((id) => id !== '');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((member) => member === '');
}
