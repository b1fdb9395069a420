import { concat, fromBase64, hexByte, isGraphic, type Bytes } from './bytes';
import { word } from './words';

export type Encoding = 'text' | 'escapes' | 'hex' | 'base64';

/** What is wrong with what was typed, and where: characters from 0, for marking it. */
export interface Mistake {
  message: string;
  at: number;
  length: number;
}

export type Parsed = { ok: true; bytes: Bytes } | ({ ok: false } & Mistake);

const utf8 = new TextEncoder();

export function parse(encoding: Encoding, text: string): Parsed {
  return PARSERS[encoding](text);
}

const PARSERS: Record<Encoding, (text: string) => Parsed> = {
  text: (text) => bytes(utf8.encode(text)),
  escapes: parseEscapes,
  hex: parseHex,
  base64: parseBase64,
};

const bytes = (found: Uint8Array): Parsed => ({ ok: true, bytes: new Uint8Array(found) });

type Wrong = 'digit' | 'none' | 'odd' | 'escape' | 'base64' | 'count';

/** People count from 1. */
function mistake(found: string, at: number, what: Wrong): Parsed {
  return { ok: false, message: word(`encoding.${what}`, { found, at: at + 1 }), at, length: found.length };
}

/** Pairs of digits with what people put between them: spaces, commas, colons, dashes, 0x and \x before. */
function parseHex(text: string): Parsed {
  const found: number[] = [];
  for (const match of text.matchAll(/[^\s,:;-]+/g)) {
    const prefix = /^(?:0x|\\x)/i.exec(match[0])?.[0].length ?? 0;
    const digits = match[0].slice(prefix);
    const at = match.index + prefix;
    const wrong = digits.search(/[^0-9a-f]/i);
    if (wrong >= 0) return mistake(pairAt(digits, wrong), at + wrong - (wrong % 2), 'digit');
    if (digits === '') return mistake(match[0], match.index, 'none');
    if (digits.length > 1 && digits.length % 2 === 1) return mistake(digits, at, 'odd');
    found.push(...pairs(digits));
  }
  return bytes(Uint8Array.from(found));
}

function pairAt(digits: string, index: number): string {
  const from = index - (index % 2);
  return digits.slice(from, from + 2);
}

function pairs(digits: string): number[] {
  return (digits.match(/../g) ?? [digits]).map((pair) => parseInt(pair, 16));
}

const NAMED: Record<string, number> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  e: 27,
  '\\': 92,
  "'": 39,
  '"': 34,
};

const ESCAPE = /\\(?:x([0-9a-f]{2})|u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|([0-7]{1,3})|([abtnvfre\\'"]))/iy;

/** Those of C and Python, `\x0d` and `\15`, and `\u20ac` as UTF-8. */
function parseEscapes(text: string): Parsed {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('\\', at);
    const plain = next < 0 ? text.length : next;
    parts.push(utf8.encode(text.slice(at, plain)));
    at = plain;
    if (at === text.length) break;
    ESCAPE.lastIndex = at;
    const match = ESCAPE.exec(text);
    const value = match && escaped(match);
    if (!value) return mistake(text.slice(at, at + 2), at, 'escape');
    parts.push(value);
    at = ESCAPE.lastIndex;
  }
  return bytes(concat(...parts));
}

function escaped([, x, braced, u, octal, named]: RegExpExecArray): Uint8Array | null {
  const point = braced ?? u;
  if (point !== undefined) return codePoint(parseInt(point, 16));
  if (octal !== undefined) return byte(parseInt(octal, 8));
  return byte(named === undefined ? parseInt(x ?? '', 16) : NAMED[named.toLowerCase()]);
}

function byte(value: number | undefined): Uint8Array | null {
  return value === undefined || value > 0xff ? null : Uint8Array.of(value);
}

function codePoint(point: number): Uint8Array | null {
  return point > 0x10ffff ? null : utf8.encode(String.fromCodePoint(point));
}

/** Both alphabets, with or without the padding, spaces and line breaks anywhere. */
function parseBase64(text: string): Parsed {
  const wrong = /[^A-Za-z0-9+/_\-=\s]|=(?=\s*[^=\s])/.exec(text);
  if (wrong) return mistake(wrong[0], wrong.index, 'base64');
  const digits = text.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  const last = text.trimEnd();
  if (digits.length % 4 === 1) return mistake(last.slice(-1), last.length - 1, 'count');
  return bytes(fromBase64(digits));
}

const SHORT: Record<number, string> = { 9: String.raw`\t`, 10: String.raw`\n`, 13: String.raw`\r`, 92: '\\\\' };

/** Reads back by the escapes above, whatever the bytes are. */
export function toEscapes(found: Uint8Array): string {
  return Array.from(found, (value) => SHORT[value] ?? graphic(value)).join('');
}

function graphic(value: number): string {
  return isGraphic(value) ? String.fromCharCode(value) : `\\x${hexByte(value)}`;
}
