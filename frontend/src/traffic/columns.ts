import type { Chunk } from '../live/protocol';
import { formatAddress } from '../lib/address';
import { fromBase64, toHex, type Range } from '../lib/bytes';
import { clockTime } from '../lib/clock';
import { toEscapes } from '../lib/encodings';
import { allHitsIn, type Needle } from '../lib/search';
import { printable } from '../lib/text';
import { word } from '../lib/words';

export type Preview = 'text' | 'hex';

/** What a row's times are counted from, in microseconds. */
export interface Clock {
  mode: 'absolute' | 'relative' | 'delta';
  first: number;
  previous: number;
}

export function directionWord({ direction }: Pick<Chunk, 'direction'>): string {
  return word(direction === 'sent' ? 'traffic.sent' : 'traffic.received');
}

/** Microseconds of the epoch: finer than a Date, which the times of one host's calls need. */
export function micros(time: string): number {
  const fraction = /\.(\d+)/.exec(time)?.[1] ?? '';
  return Math.floor(Date.parse(time) / 1000) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

export function timeText(chunk: Chunk, { mode, first, previous }: Clock): string {
  if (mode === 'absolute') return clockTime(chunk.time);
  return seconds(micros(chunk.time) - (mode === 'relative' ? first : previous));
}

export function seconds(microseconds: number, digits = 6): string {
  return `${microseconds < 0 ? '-' : '+'}${(Math.abs(microseconds) / 1_000_000).toFixed(digits)}`;
}

export function flagsText({ flags }: Chunk): string {
  return flags === '0' ? '' : printable(flags);
}

export function peerText({ address }: Chunk): string {
  return formatAddress(address) ?? '';
}

/** A stretch of a preview: as it was sent, written out, or found. */
export interface Piece {
  text: string;
  kind: 'plain' | 'written' | 'found';
}

export function previewOf({ preview, size }: Chunk, mode: Preview, needles: readonly Needle[]): Piece[] {
  const bytes = fromBase64(preview);
  const pieces = cut(bytes, allHitsIn(bytes, needles, MOST)).flatMap(({ part, isHit }) =>
    mode === 'hex' ? [{ text: `${toHex(part)} `, kind: kindOf(isHit) }] : textOf(part, isHit),
  );
  const last = pieces.at(-1);
  if (last && mode === 'hex') last.text = last.text.trimEnd();
  return size > bytes.length ? [...pieces, { text: ' …', kind: 'written' }] : pieces;
}

const MOST = 64;

function cut(bytes: Uint8Array, hits: readonly Range[]): { part: Uint8Array; isHit: boolean }[] {
  const parts: { part: Uint8Array; isHit: boolean }[] = [];
  let at = 0;
  for (const { from, to } of hits) {
    parts.push({ part: bytes.subarray(at, from), isHit: false }, { part: bytes.subarray(from, to + 1), isHit: true });
    at = to + 1;
  }
  parts.push({ part: bytes.subarray(at), isHit: false });
  return parts.filter(({ part }) => part.length > 0);
}

function kindOf(isHit: boolean): Piece['kind'] {
  return isHit ? 'found' : 'plain';
}

const NAMED: Record<string, string> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };
const CONTROLS = /([\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+)/u;

/** UTF-8 where it is that, as far as it goes; else byte by byte. */
function textOf(bytes: Uint8Array, isHit: boolean): Piece[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return text
      .split(CONTROLS)
      .map((part, index) => ({
        text: index % 2 === 0 ? part : printable(part.replace(/[\n\r\t]/g, (found) => NAMED[found] ?? found)),
        kind: isHit ? ('found' as const) : index % 2 === 0 ? ('plain' as const) : ('written' as const),
      }))
      .filter((piece) => piece.text !== '');
  } catch {
    return [{ text: toEscapes(bytes), kind: kindOf(isHit) }];
  }
}
