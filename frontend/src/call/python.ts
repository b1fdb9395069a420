import { fromBase64 } from '../lib/bytes';
import { PYTHON } from '../lib/copy-as';
import { printable, wordOf } from '../lib/text';

/** What a call is given: the type of each argument, which says how it is written, and its value. */
export type Argument = readonly [type: string, value: unknown];

/** Where constants come from: nothing in the text of a call, `socket.` in a program. */
type Module = '' | 'socket.';
type Writer = (value: unknown, module: Module) => string;

/** Bytes that the text of a call has; a program has all. */
const SHOWN = 32;

/** A call as Python writes it; one of a program names the module of each constant, and has all of the bytes. */
export function written(name: string, given: readonly Argument[], module: Module = ''): string {
  return `${name}(${given.map(([type, value]) => argument(type, value, module)).join(', ')})`;
}

export function argument(type: string, value: unknown, module: Module = ''): string {
  return (WRITERS[type] ?? literal)(value, module);
}

const WRITERS: Record<string, Writer> = {
  constant: (value, module) => constant(wordOf(value), module),
  flags: (value, module) =>
    wordOf(value)
      .split('|')
      .map((flag) => constant(flag, module))
      .join(' | '),
  bytes: (value, module) => bytes(fromBase64(String(value)), module),
  text: (value, module) => bytes(new TextEncoder().encode(String(value)), module),
  buffers: (value, module) => list(value, (item) => bytes(fromBase64(String(item)), module)),
  ids: (value) => list(value, String),
  address: (value, module) => tuple(value, module),
  ancillary: (value, module) => list(value, (item) => control(item, module)),
};

/** A value as Python writes it: None, True, a number, a string between quotes. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `'${value.replace(UNSAFE, escape)}'` : printable(wordOf(value));
}

/** A constant of the module, and a number as it is. */
export function constant(name: string, module: Module = 'socket.'): string {
  return /^[A-Za-z]/.test(name) ? module + name : name;
}

/** The members of an address in their order; a path is no tuple, a family stands for no address, a word for any. */
export function tuple(value: unknown, module: Module = ''): string {
  if (typeof value === 'string') return value;
  const { family, ...members } = value as { family?: string };
  const all = Object.values(members).map(literal);
  if (all.length === 0 && family !== undefined) return constant(family, module);
  return all.length === 1 ? all.join('') : `(${all.join(', ')})`;
}

function bytes(value: Uint8Array, module: Module): string {
  if (module !== '' || value.length <= SHOWN) return PYTHON.of(value);
  return `${PYTHON.of(value.subarray(0, SHOWN))}…`;
}

function list(value: unknown, item: (item: unknown) => string): string {
  return `[${(value as unknown[]).map(item).join(', ')}]`;
}

function control(item: unknown, module: Module): string {
  const { level, type, data, value } = item as { level: string; type: string; data?: string; value: unknown };
  const contents = data === undefined ? printable(JSON.stringify(value)) : bytes(fromBase64(data), module);
  return `(${constant(level, module)}, ${constant(type, module)}, ${contents})`;
}

const UNSAFE = /[\\'\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escape(character: string): string {
  if (character === '\\' || character === "'") return `\\${character}`;
  const code = character.codePointAt(0) ?? 0;
  const hex = (digits: number) => code.toString(16).padStart(digits, '0');
  if (code > 0xffff) return `\\U${hex(8)}`;
  return code < 0x100 ? `\\x${hex(2)}` : `\\u${hex(4)}`;
}
