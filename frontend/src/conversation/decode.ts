import { hexByte } from '../lib/bytes';
import { printable } from '../lib/text';

export const ENCODINGS = ['utf-8', 'latin-1', 'ascii', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const SLICE = 0x8000;

/** Bytes as text that is safe to show: what is no text of this encoding, or would be invisible, is written out. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return visible(DECODERS[encoding](bytes));
}

/** What these characters are in this encoding; null when it has not all of them. */
export function encode(text: string, encoding: Encoding): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  if (encoding.startsWith('utf-16')) return Uint8Array.from(codes.flatMap((code) => pair(code, encoding)));
  return codes.every((code) => code < (encoding === 'ascii' ? 0x80 : 0x100)) ? Uint8Array.from(codes) : null;
}

/** Bytes that belong together at least. */
export function unitOf(encoding: Encoding): number {
  return encoding.startsWith('utf-16') ? 2 : 1;
}

const DECODERS: Record<Encoding, (bytes: Uint8Array) => string> = {
  'utf-8': utf8,
  'latin-1': latin1,
  ascii: (bytes) => latin1(bytes).replace(/[\x80-\xff]/g, (byte) => writtenOut(byte.charCodeAt(0))),
  'utf-16le': (bytes) => utf16(bytes, true),
  'utf-16be': (bytes) => utf16(bytes, false),
};

/** RFC 3629, over a string of one character a byte: a whole sequence, or a byte that is in none. */
const SEQUENCE = new RegExp(
  [
    '[\\xc2-\\xdf][\\x80-\\xbf]',
    '\\xe0[\\xa0-\\xbf][\\x80-\\xbf]',
    '[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}',
    '\\xed[\\x80-\\x9f][\\x80-\\xbf]',
    '\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}',
    '[\\xf1-\\xf3][\\x80-\\xbf]{3}',
    '\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}',
    '[\\x80-\\xff]',
  ].join('|'),
  'g',
);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function utf8(bytes: Uint8Array): string {
  return latin1(bytes).replace(SEQUENCE, (found) => {
    if (found.length === 1) return writtenOut(found.charCodeAt(0));
    return decoder.decode(Uint8Array.from(found, (byte) => byte.charCodeAt(0)));
  });
}

/** Not TextDecoder's latin1, which is windows-1252. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return text;
}

function utf16(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Array.from({ length: bytes.length >> 1 }, (_, at) =>
    String.fromCharCode(view.getUint16(2 * at, little)),
  );
  const odd = bytes.length % 2 === 1 ? bytes.at(-1) : undefined;
  return units.join('') + (odd === undefined ? '' : writtenOut(odd));
}

function pair(code: number, encoding: Encoding): number[] {
  const [high, low] = [code >> 8, code & 0xff];
  return encoding === 'utf-16le' ? [low, high] : [high, low];
}

function writtenOut(byte: number): string {
  return `\\x${hexByte(byte)}`;
}

const NAMED: Record<string, string> = { '\r': String.raw`\r`, '\t': String.raw`\t` };

function visible(text: string): string {
  return text
    .replace(/[\r\t]/g, (found) => NAMED[found] ?? found)
    .split('\n')
    .map(printable)
    .join('\n');
}
