import type { Range } from '../lib/bytes';
import { printable } from '../lib/text';

export interface Reading {
  name: string;
  value: string;
}

type Read = (view: DataView) => string;

interface Kind {
  name: string;
  width: number;
  read: Read;
}

/** Network order first: it is what protocols have. */
const NUMBERS: readonly Kind[] = [
  { name: 'u8', width: 1, read: (view) => String(view.getUint8(0)) },
  { name: 'i8', width: 1, read: (view) => String(view.getInt8(0)) },
  ...both('u16', 2, (view, little) => view.getUint16(0, little)),
  ...both('i16', 2, (view, little) => view.getInt16(0, little)),
  ...both('u32', 4, (view, little) => view.getUint32(0, little)),
  ...both('i32', 4, (view, little) => view.getInt32(0, little)),
  ...both('u64', 8, (view, little) => view.getBigUint64(0, little)),
  ...both('i64', 8, (view, little) => view.getBigInt64(0, little)),
  ...both('f32', 4, (view, little) => view.getFloat32(0, little)),
  ...both('f64', 8, (view, little) => view.getFloat64(0, little)),
  { name: 'IPv4', width: 4, read: (view) => [0, 1, 2, 3].map((at) => view.getUint8(at)).join('.') },
  ...both('time_t', 4, (view, little) => instant(view.getInt32(0, little))),
];

function both(
  name: string,
  width: number,
  read: (view: DataView, little: boolean) => string | number | bigint,
): Kind[] {
  return [false, true].map((little) => ({
    name: `${name} ${little ? 'LE' : 'BE'}`,
    width,
    read: (view) => String(read(view, little)),
  }));
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
  const numbers = NUMBERS.filter(({ width }) => width <= rest.length).map(({ name, read }) => ({
    name,
    value: read(view),
  }));
  return [...numbers, ...ipv6(chosen), ...texts(chosen)];
}

function ipv6(chosen: Uint8Array): Reading[] {
  return chosen.length === 16 ? [{ name: 'IPv6', value: formatIpv6(chosen) }] : [];
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
    { name: 'UTF-8', value: utf8(chosen) },
    { name: 'Bits', value: chosen.length > 4 ? `${bits} …` : bits },
  ];
}

function utf8(chosen: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(chosen.subarray(0, SOME), {
      stream: chosen.length > SOME,
    });
    return `"${printable(text)}"${chosen.length > SOME ? ' …' : ''}`;
  } catch {
    return 'not UTF-8';
  }
}
