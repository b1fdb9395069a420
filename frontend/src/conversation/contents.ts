import { signal } from '@preact/signals';
import type { Chunk } from '../live/protocol';
import { concat, fromBase64, type Bytes } from '../lib/bytes';
import { payloadOf } from '../live/payloads';
import type { Turn } from './turns';

/** What is there of a turn's bytes: the same object for as long as nothing has come. */
export interface Content {
  bytes: Bytes;
  /** Chunks that are in it, and the last of them. */
  count: number;
  last: number;
  /** No more than this was wanted. */
  limit: number;
}

const PARALLEL = 4;
const NONE = new Uint8Array(0);

/** The bytes of the turns that are shown. */
export class Contents {
  readonly lost = signal<ReadonlySet<number>>(new Set());

  /** One map for good, in a new wrapper with each payload that came. */
  readonly #arrived = signal({ payloads: new Map<number, Bytes>() });
  readonly #contents = new Map<number, Content>();
  readonly #loading = new Set<number>();
  #queue: number[] = [];

  /** Keeps what these turns need and loads what is missing of it, the latest first. */
  want(turns: readonly Turn[], limitOf: (key: number) => number): void {
    const needed = turns
      .flatMap((turn) => within(turn.chunks, limitOf(turn.key)))
      .filter((chunk) => !isPreviewed(chunk));
    const { payloads } = this.#arrived.peek();
    keepOnly(payloads, new Set(needed.map(({ seq }) => seq)));
    keepOnly(this.#contents, new Set(turns.map(({ key }) => key)));
    this.#queue = needed.map(({ seq }) => seq).filter((seq) => !payloads.has(seq) && !this.#loading.has(seq));
    this.#loadMore();
  }

  /** As far as it has come, without a hole. */
  of({ key, chunks }: Turn, limit: number): Content {
    const known = this.#contents.get(key);
    const before =
      known?.limit === limit && chunks[known.count - 1]?.seq === known.last
        ? known
        : { bytes: NONE, count: 0, last: 0, limit };
    const { payloads } = this.#arrived.value;
    const fresh: Bytes[] = [];
    let {
      count,
      last,
      bytes: { length },
    } = before;
    for (let chunk = chunks[count]; chunk && length < limit; chunk = chunks[count]) {
      const bytes = previewed(chunk) ?? payloads.get(chunk.seq);
      if (!bytes) break;
      fresh.push(bytes.subarray(0, limit - length));
      length += bytes.length;
      last = chunk.seq;
      count++;
    }
    const content = fresh.length === 0 ? before : { bytes: concat(before.bytes, ...fresh), count, last, limit };
    this.#contents.set(key, content);
    return content;
  }

  #loadMore(): void {
    while (this.#loading.size < PARALLEL) {
      const seq = this.#queue.pop();
      if (seq === undefined) return;
      void this.#load(seq);
    }
  }

  async #load(seq: number): Promise<void> {
    this.#loading.add(seq);
    try {
      const bytes = await payloadOf(seq);
      if (bytes) this.#arrive(seq, bytes);
      else this.lost.value = new Set([...this.lost.peek(), seq]);
    } finally {
      this.#loading.delete(seq);
      this.#loadMore();
    }
  }

  #arrive(seq: number, bytes: Bytes): void {
    const { payloads } = this.#arrived.peek();
    payloads.set(seq, bytes);
    this.#arrived.value = { payloads };
  }
}

/** All bytes of these chunks in their order, and how many chunks are missing. */
export async function wholeOf(chunks: readonly Chunk[]): Promise<{ bytes: Bytes; missing: number }> {
  const parts: Bytes[] = [];
  for (let at = 0; at < chunks.length; at += PARALLEL) {
    const some = chunks.slice(at, at + PARALLEL).map(async (chunk) => previewed(chunk) ?? payloadOf(chunk.seq));
    parts.push(...(await Promise.all(some)).filter((bytes) => bytes !== null));
  }
  return { bytes: concat(...parts), missing: chunks.length - parts.length };
}

function previewed(chunk: Chunk): Bytes | null {
  return isPreviewed(chunk) ? fromBase64(chunk.preview) : null;
}

/** Whether the preview has all bytes, by its length. */
function isPreviewed({ preview, size }: Chunk): boolean {
  return size <= 64 && preview.length === 4 * Math.ceil(size / 3);
}

/** The first of the chunks that have so many bytes together. */
function within(chunks: readonly Chunk[], limit: number): readonly Chunk[] {
  let size = 0;
  const end = chunks.findIndex((chunk) => (size += chunk.size) >= limit);
  return end < 0 ? chunks : chunks.slice(0, end + 1);
}

function keepOnly(map: Map<number, unknown>, wanted: ReadonlySet<number>): void {
  for (const key of map.keys()) if (!wanted.has(key)) map.delete(key);
}
