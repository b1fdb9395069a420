import type { Chunk } from '../live/protocol';
import { formatAddress } from '../lib/address';
import { fromBase64, toHex } from '../lib/bytes';
import { clockTime } from '../lib/clock';
import { toEscapes } from '../lib/encodings';
import { printable } from '../lib/text';

export type Preview = 'text' | 'hex';

/** What a row's times are counted from, in microseconds. */
export interface Clock {
  mode: 'absolute' | 'relative' | 'delta';
  first: number;
  previous: number;
}

export function directionWord(chunk: Chunk): string {
  return chunk.direction === 'sent' ? '→ Sent' : '← Received';
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

export function seconds(microseconds: number): string {
  return `${microseconds < 0 ? '-' : '+'}${(Math.abs(microseconds) / 1_000_000).toFixed(6)}`;
}

export function flagsText({ flags }: Chunk): string {
  return flags === '0' ? '' : printable(flags);
}

export function peerText({ address }: Chunk): string {
  return formatAddress(address) ?? '';
}

export function previewText({ preview, size }: Chunk, mode: Preview): string {
  const bytes = fromBase64(preview);
  const shown = mode === 'hex' ? toHex(bytes) : textOf(bytes);
  return size > bytes.length ? `${shown} …` : shown;
}

const NAMED: Record<string, string> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** UTF-8 where it is that, as far as it goes; else byte by byte. */
function textOf(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return printable(text.replace(/[\n\r\t]/g, (found) => NAMED[found] ?? found));
  } catch {
    return toEscapes(bytes);
  }
}
