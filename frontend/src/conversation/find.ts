import { parse } from '../lib/encodings';
import type { Needle } from '../lib/search';
import { word } from '../lib/words';
import { encode, unitOf, type Encoding } from './decode';

export type Wanted = { ok: true; needle: Needle | null } | { ok: false; message: string };

const HEX = 'hex:';

/** Null for nothing typed. */
export function parseNeedle(text: string, encoding: Encoding): Wanted {
  if (text.toLowerCase().startsWith(HEX)) return parseHex(text.slice(HEX.length));
  const bytes = encode(text, encoding);
  if (bytes === null) return { ok: false, message: word('conversation.not.in', { encoding }) };
  return { ok: true, needle: bytes.length > 0 ? { bytes, unit: unitOf(encoding) } : null };
}

function parseHex(digits: string): Wanted {
  const parsed = parse('hex', digits);
  if (!parsed.ok) return { ok: false, message: parsed.message };
  return { ok: true, needle: parsed.bytes.length > 0 ? { bytes: parsed.bytes, unit: 1 } : null };
}
