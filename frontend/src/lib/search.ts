import type { Range } from './bytes';

/** Bytes that are looked for. They begin at whole units alone; of ASCII letters large and small may be the same. */
export interface Needle {
  bytes: Uint8Array;
  unit?: number;
  ignoreCase?: boolean;
}

/** Where it is, one behind the other, and no more of them than this. */
export function hitsIn(bytes: Uint8Array, needle: Needle, most: number): Range[] {
  const { unit = 1, ignoreCase = false } = needle;
  const wanted = ignoreCase ? needle.bytes.map(lower) : needle.bytes;
  const given = ignoreCase ? bytes.map(lower) : bytes;
  const hits: Range[] = [];
  const first = wanted[0] ?? 0;
  if (wanted.length === 0) return hits;
  for (let at = given.indexOf(first); at >= 0 && hits.length < most;) {
    const hit = at % unit === 0 && isAt(given, wanted, at);
    if (hit) hits.push({ from: at, to: at + wanted.length - 1 });
    at = given.indexOf(first, at + (hit ? wanted.length : 1));
  }
  return hits;
}

/** Of any of them, in their order; what two of them share is one. */
export function allHitsIn(bytes: Uint8Array, needles: readonly Needle[], most: number): Range[] {
  const found = needles.flatMap((needle) => hitsIn(bytes, needle, most)).sort((a, b) => a.from - b.from);
  const apart: Range[] = [];
  for (const hit of found) {
    const last = apart.at(-1);
    if (last && hit.from <= last.to) last.to = Math.max(last.to, hit.to);
    else apart.push({ ...hit });
  }
  return apart.slice(0, most);
}

/** The hit behind a place, or before it; none at the end. */
export function hitAfter(hits: readonly Range[], at: number, step: 1 | -1): Range | undefined {
  return step > 0 ? hits.find(({ from }) => from > at) : hits.findLast(({ from }) => from < at);
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

function isAt(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  return wanted.every((value, index) => bytes[at + index] === value);
}
