import { parse } from '../lib/encodings';
import type { Range } from '../lib/bytes';
import { encode, unitOf, type Encoding } from './decode';

/** What is looked for: bytes, which begin at whole units of an encoding only. */
export interface Needle {
  bytes: Uint8Array;
  unit: number;
}

export type Wanted = { ok: true; needle: Needle | null } | { ok: false; message: string };

const HEX = 'hex:';

/** Null for nothing typed. */
export function parseNeedle(text: string, encoding: Encoding): Wanted {
  if (text.toLowerCase().startsWith(HEX)) return parseHex(text.slice(HEX.length));
  const bytes = encode(text, encoding);
  if (bytes === null) return { ok: false, message: `${encoding} has not all of these characters` };
  return { ok: true, needle: bytes.length > 0 ? { bytes, unit: unitOf(encoding) } : null };
}

function parseHex(digits: string): Wanted {
  const parsed = parse('hex', digits);
  if (!parsed.ok) return { ok: false, message: parsed.message };
  return { ok: true, needle: parsed.bytes.length > 0 ? { bytes: parsed.bytes, unit: 1 } : null };
}

/** Where it is, one behind the other, and no more of them than this. */
export function hitsIn(bytes: Uint8Array, { bytes: wanted, unit }: Needle, most: number): Range[] {
  const hits: Range[] = [];
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0 && hits.length < most;) {
    const hit = at % unit === 0 && isAt(bytes, wanted, at);
    if (hit) hits.push({ from: at, to: at + wanted.length - 1 });
    at = bytes.indexOf(first, at + (hit ? wanted.length : 1));
  }
  return hits;
}

function isAt(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  return wanted.every((value, index) => bytes[at + index] === value);
}
