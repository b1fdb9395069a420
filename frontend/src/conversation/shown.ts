import type { Range } from '../lib/bytes';
import { BASE64, C, JAVA, PYTHON, type Form } from '../lib/copy-as';
import { characters, digits, digitsAt, digitsWidth, offsetText, offsetWidth } from '../lib/bytes-per-row';
import { word } from '../lib/words';
import { decode, ENCODINGS, unitOf, type Encoding } from './decode';

export type Show = Encoding | 'hex' | 'c' | 'python' | 'java' | 'base64';

export const TEXTS: readonly [Show, string][] = [
  ['utf-8', 'UTF-8'],
  ['latin-1', 'Latin-1'],
  ['ascii', 'ASCII'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
];
const FORMS: Partial<Record<Show, Form>> = { c: C, python: PYTHON, java: JAVA, base64: BASE64 };
export const CODES: readonly [Show, string][] = [
  ['hex', word('conversation.hex')],
  ...Object.entries(FORMS).map(([show, { name }]): [Show, string] => [show as Show, name]),
];

/** Characters from and up to, and which hit of the turn that is. */
export interface Mark {
  from: number;
  to: number;
  hit: number;
}

export interface Shown {
  text: string;
  marks: readonly Mark[];
}

export function showOf(name: string | null): Show {
  return [...TEXTS, ...CODES].find(([show]) => show === name)?.[0] ?? 'utf-8';
}

/** What find reads text as: that in which it is shown. */
export function encodingOf(show: Show): Encoding {
  return ENCODINGS.find((encoding) => encoding === show) ?? 'utf-8';
}

export function shown(bytes: Uint8Array, show: Show, columns: number, hits: readonly Range[] = []): Shown {
  if (show === 'hex') return hexDump(bytes, columns, hits);
  const form = FORMS[show];
  return form ? { text: form.of(bytes), marks: [] } : decoded(bytes, encodingOf(show), hits);
}

/** Cut at the hits, so that each is text of its own. */
function decoded(bytes: Uint8Array, encoding: Encoding, hits: readonly Range[]): Shown {
  const unit = unitOf(encoding);
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  hits.forEach((range, hit) => {
    const from = Math.max(at, range.from - (range.from % unit));
    const to = Math.ceil((range.to + 1) / unit) * unit;
    text += decode(bytes.subarray(at, from), encoding);
    const mark = { from: text.length, to: 0, hit };
    text += decode(bytes.subarray(from, to), encoding);
    marks.push({ ...mark, to: text.length });
    at = Math.max(from, to);
  });
  return { text: text + decode(bytes.subarray(at), encoding), marks };
}

function hexDump(bytes: Uint8Array, columns: number, hits: readonly Range[]): Shown {
  const width = offsetWidth(bytes.length, columns);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += columns) {
    const row = bytes.subarray(at, at + columns);
    lines.push(`${offsetText(at, width)}  ${digits(row).padEnd(digitsWidth(columns))}  ${characters(row)}`);
  }
  return {
    text: lines.join('\n'),
    marks: hits.flatMap((range, hit) => hexMarks(range, hit, columns, width)).sort((a, b) => a.from - b.from),
  };
}

/** In the digits and in the characters of each row that the hit is in. */
function hexMarks({ from, to }: Range, hit: number, columns: number, width: number): Mark[] {
  const left = width + 2;
  const right = left + digitsWidth(columns) + 2;
  const rows = Array.from(
    { length: Math.floor(to / columns) - Math.floor(from / columns) + 1 },
    (_, row) => Math.floor(from / columns) + row,
  );
  return rows.flatMap((row) => {
    const begin = row * (right + columns + 1);
    const [first, last] = [Math.max(from - row * columns, 0), Math.min(to - row * columns, columns - 1)];
    return [
      { from: begin + left + digitsAt(first), to: begin + left + digitsAt(last) + 2, hit },
      { from: begin + right + first, to: begin + right + last + 1, hit },
    ];
  });
}

/** A stretch of the text, and the hit that it is of, if any. */
export interface Piece {
  text: string;
  hit: number | null;
}

const BLOCK = 8_192;

/** Blocks of whole lines, which the browser lays out only where they are in sight, of pieces marked or not. */
export function blocksOf({ text, marks }: Shown): Piece[][] {
  const blocks: Piece[][] = [];
  let next = 0;
  for (let from = 0; from < text.length;) {
    const pieces: Piece[] = [];
    let at = from;
    let to = lineEnd(text, from + BLOCK);
    for (let mark = marks[next]; mark && mark.from < to; mark = marks[++next]) {
      if (mark.from > at) pieces.push({ text: text.slice(at, mark.from), hit: null });
      pieces.push({ text: text.slice(mark.from, mark.to), hit: mark.hit });
      at = mark.to;
      if (at > to) to = lineEnd(text, at);
    }
    if (to > at) pieces.push({ text: text.slice(at, to), hit: null });
    blocks.push(pieces);
    from = to;
  }
  return blocks;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
