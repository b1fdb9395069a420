import { PYTHON } from '../../lib/copy-as';
import { fromBase64 } from '../../lib/bytes';
import { printable, wordOf } from '../../lib/text';
import type { Descriptor, Parameter } from '../descriptors';
import { valueOf, type Draft } from './values';

const SHOWN = 32;

/** The call as Python writes it. `wait` is not Python's. */
export function callText({ name, parameters }: Descriptor, draft: Draft, family: string): string {
  const own = parameters.filter((parameter) => parameter.name !== 'wait');
  const values = own.map((parameter) => valueOf(parameter, draft, family));
  const given = values.findLastIndex((value) => value !== undefined) + 1;
  return `${name}(${own
    .slice(0, given)
    .map((parameter, index) => argument(parameter, values[index]))
    .join(', ')})`;
}

function argument({ type, default: usual }: Parameter, value: unknown): string {
  if (value === undefined) return usual ?? 'None';
  return (WRITERS[type] ?? literal)(value);
}

const WRITERS: Record<string, (value: unknown) => string> = {
  constant: String,
  flags: (value) => String(value).split('|').join(' | '),
  bytes: (value) => bytes(String(value)),
  buffers: (value) => list(value, (item) => bytes(String(item))),
  ids: (value) => list(value, String),
  address: tuple,
  ancillary: (value) => list(value, control),
};

function bytes(base64: string): string {
  const found = fromBase64(base64);
  return PYTHON.of(found.subarray(0, SHOWN)) + (found.length > SHOWN ? '…' : '');
}

function list(value: unknown, item: (item: unknown) => string): string {
  return `[${(value as unknown[]).map(item).join(', ')}]`;
}

function tuple(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'family' in value) return String(value.family);
  const members = Object.values(value as object).map(literal);
  return members.length === 1 ? members.join('') : `(${members.join(', ')})`;
}

function control(value: unknown): string {
  const { level, type, data, value: words } = value as { level: string; type: string; data?: string; value: unknown };
  return `(${level}, ${type}, ${data === undefined ? printable(JSON.stringify(words)) : bytes(data)})`;
}

function literal(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `'${printable(value.replaceAll(/[\\']/g, String.raw`\$&`))}'` : wordOf(value);
}
