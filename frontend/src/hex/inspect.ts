import type { Range } from '../lib/bytes';
import { printable } from '../lib/text';
import { word } from '../lib/words';

export interface Reading {
  name: string;
  /** In little endian and in big endian; one where the order says nothing. */
  values: readonly [string, string] | readonly [string];
}

interface Kind {
  name: string;
  width: number;
  read: (view: DataView, little: boolean) => string;
}

const KINDS: readonly Kind[] = [
  { name: '16', width: 2, read: (view, little) => integer(view.getUint16(0, little), view.getInt16(0, little)) },
  { name: '32', width: 4, read: (view, little) => integer(view.getUint32(0, little), view.getInt32(0, little)) },
  { name: '64', width: 8, read: (view, little) => integer(view.getBigUint64(0, little), view.getBigInt64(0, little)) },
  { name: 'float32', width: 4, read: (view, little) => float(view.getFloat32(0, little)) },
  { name: 'float64', width: 8, read: (view, little) => float(view.getFloat64(0, little)) },
  { name: 'ipv4', width: 4, read: ipv4 },
  { name: 'time', width: 4, read: (view, little) => instant(view.getInt32(0, little)) },
];

/** With its sign too where that is another number. */
function integer(unsigned: number | bigint, signed: number | bigint): string {
  return unsigned === signed ? grouped(unsigned) : `${grouped(unsigned)} / ${grouped(signed)}`;
}

/** In threes, with a thin space, at which a line may break. */
function grouped(value: number | bigint): string {
  return String(value)
    .replace(/\B(?=(?:\d{3})+$)/g, '\u2009')
    .replace('-', '−');
}

function float(value: number): string {
  return value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e7)
    ? String(Number(value.toPrecision(7)))
    : value.toExponential(3);
}

function ipv4(view: DataView, little: boolean): string {
  const parts = [0, 1, 2, 3].map((at) => view.getUint8(at));
  return (little ? parts.reverse() : parts).join('.');
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** What the bytes from the selection's first one on are, read in every way that they are enough for. */
export function inspect(bytes: Uint8Array, range: Range | null): Reading[] {
  const from = range?.from ?? 0;
  const rest = bytes.subarray(from);
  const chosen = range ? bytes.subarray(from, range.to + 1) : rest;
  const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength);
  const wide = KINDS.filter(({ width }) => width <= rest.length).map(({ name, read }) => ({
    name,
    values: [read(view, true), read(view, false)] as const,
  }));
  return [...octet(view), ...wide, ...ipv6(chosen), ...texts(chosen)];
}

function octet(view: DataView): Reading[] {
  return view.byteLength === 0
    ? []
    : [{ name: '8', values: [String(view.getUint8(0)), `i8 ${grouped(view.getInt8(0))}`] }];
}

function ipv6(chosen: Uint8Array): Reading[] {
  return chosen.length === 16 ? [{ name: 'ipv6', values: [formatIpv6(chosen)] }] : [];
}

/** RFC 5952: the longest run of zeros, of two or more, is `::`. */
export function formatIpv6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)).toString(16),
  );
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
  const [longest] = runs.sort((a, b) => b[0].length - a[0].length);
  return longest
    ? `${text.slice(0, longest.index)}::${text.slice(longest.index + longest[0].length)}`.replace(/:{3,}/g, '::')
    : text;
}

const SOME = 64;

function texts(chosen: Uint8Array): Reading[] {
  if (chosen.length === 0) return [];
  const bits = Array.from(chosen.subarray(0, 4), (value) => value.toString(2).padStart(8, '0')).join(' ');
  return [
    { name: 'bits', values: [chosen.length > 4 ? `${bits} …` : bits] },
    { name: 'utf8', values: [utf8(chosen)] },
  ];
}

function utf8(chosen: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(chosen.subarray(0, SOME), {
      stream: chosen.length > SOME,
    });
    return `${printable(text)}${chosen.length > SOME ? ' …' : ''}`;
  } catch {
    return word('hex.not.utf8');
  }
}
