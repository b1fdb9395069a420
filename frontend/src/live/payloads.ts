import type { Bytes } from '../lib/bytes';
import { requestBytes } from '../browser/api';
import { pathOfData } from './source';

/** What the page keeps of payloads, in bytes. */
const BUDGET = 32 * 1024 * 1024;

/** In the order of use: what was not looked at for longest goes first. */
const kept = new Map<number, Bytes>();
let size = 0;

/** The bytes of a chunk; null when the server no longer has them or does not answer. */
export async function payloadOf(seq: number): Promise<Bytes | null> {
  const found = kept.get(seq) ?? (await requestBytes(pathOfData(seq)));
  if (found) keep(seq, found);
  return found;
}

export function forgetPayloads(): void {
  kept.clear();
  size = 0;
}

function keep(seq: number, bytes: Bytes): void {
  drop(seq);
  if (bytes.length > BUDGET) return;
  kept.set(seq, bytes);
  size += bytes.length;
  for (const oldest of kept.keys()) {
    if (size <= BUDGET) return;
    drop(oldest);
  }
}

function drop(seq: number): void {
  size -= kept.get(seq)?.length ?? 0;
  kept.delete(seq);
}
