import type { Chunk } from '../live/protocol';
import { isGap, orderOf, type Entry, type Gap } from '../live/timeline';
import { micros } from '../traffic/columns';
import type { Direction } from '../traffic/view';

/** Chunks one behind the other of one direction, without a silence between them. */
export interface Turn {
  /** The number of its first chunk. */
  key: number;
  direction: Direction;
  chunks: Chunk[];
  size: number;
  /** Bytes that were in its messages and found no room. */
  cut: number;
  /** Microseconds since the end of the turn before; null for the first one and behind a gap. */
  delta: number | null;
}

/** A chunk whose bytes the server no longer has. */
export interface Lost {
  gone: Chunk;
}

export type Part = Turn | Lost | Gap;

export function isTurn(part: Part): part is Turn {
  return 'chunks' in part;
}

export function orderOfPart(part: Part): number {
  if (isTurn(part)) return part.key;
  return orderOf('gone' in part ? part.gone : part);
}

export function turnsOf(entries: readonly Entry[], lost: ReadonlySet<number>): Part[] {
  const parts: Part[] = [];
  for (const entry of entries) {
    const before = parts.at(-1);
    const turn = before && isTurn(before) ? before : null;
    if (isGap(entry)) parts.push(entry);
    else if (lost.has(entry.seq)) parts.push({ gone: entry });
    else if (turn?.direction === entry.direction && sinceEnd(turn, entry) < SILENCE) extend(turn, entry);
    else parts.push(begin(entry, turn));
  }
  return parts;
}

/** Who is silent for so long, in microseconds, has said what they had to say. */
export const SILENCE = 1_000_000;

function sinceEnd({ chunks }: Turn, { time }: Chunk): number {
  const end = chunks.at(-1);
  return end ? micros(time) - micros(end.time) : 0;
}

function extend(turn: Turn, chunk: Chunk): void {
  turn.chunks.push(chunk);
  turn.size += chunk.size;
  turn.cut += cutOf(chunk);
}

function begin(chunk: Chunk, before: Turn | null): Turn {
  const delta = before && sinceEnd(before, chunk);
  return { key: chunk.seq, direction: chunk.direction, chunks: [chunk], size: chunk.size, cut: cutOf(chunk), delta };
}

function cutOf({ size, length = size }: Chunk): number {
  return length - size;
}

/** Gaps belong to both directions. */
export function ofDirection(parts: readonly Part[], direction: Direction | null): readonly Part[] {
  return direction === null ? parts : parts.filter((part) => (directionOf(part) ?? direction) === direction);
}

function directionOf(part: Part): Direction | null {
  if (isTurn(part)) return part.direction;
  return 'gone' in part ? part.gone.direction : null;
}

/** The last parts, or those from this order on. */
export function pageOf(
  parts: readonly Part[],
  start: number | null,
  length: number,
): { from: number; shown: readonly Part[] } {
  const end = Math.max(0, parts.length - length);
  const at = start === null ? -1 : parts.findIndex((part) => orderOfPart(part) >= start);
  const from = at < 0 ? end : at;
  return { from, shown: parts.slice(from, from + length) };
}
