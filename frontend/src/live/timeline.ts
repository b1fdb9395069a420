import type { Chunk } from './protocol';

/** Chunks between two others that this page does not have. */
export interface Gap {
  gap: number;
  after: number;
  before: number;
  /** Asked for, and the server no longer had them. */
  lost?: boolean;
}

export type Entry = Chunk | Gap;

export function isGap(entry: Entry): entry is Gap {
  return 'gap' in entry;
}

/** A gap stands right behind the chunk that it follows. */
export function orderOf(entry: Entry): number {
  return isGap(entry) ? entry.after + 0.5 : entry.seq;
}

/** Where the first entry of this order or a later one stands. */
export function indexFrom(entries: readonly Entry[], order: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry && orderOf(entry) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Chunks in their order, each once, and no more than a page can hold. */
export class Timeline {
  /** Changed in place: a list of 200,000 is not copied 15 times a second. */
  readonly entries: Entry[] = [];
  dropped = 0;

  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get last(): number {
    const entry = this.entries.at(-1);
    if (!entry) return 0;
    return isGap(entry) ? entry.after : entry.seq;
  }

  add(chunks: readonly Chunk[], gap = 0): void {
    const first = chunks[0];
    if (gap > 0) this.entries.push({ gap, after: this.last, before: first?.seq ?? Infinity });
    if (first && first.seq > this.last) this.#append(chunks);
    else this.#merge(chunks);
    this.#bound();
  }

  /** What the server still had of a gap; what it had not is lost. */
  fill(gap: Gap, chunks: readonly Chunk[]): void {
    this.#merge(chunks);
    const at = this.entries.findIndex((entry) => isGap(entry) && entry.after === gap.after);
    const rest = this.entries[at];
    if (rest && isGap(rest)) this.entries[at] = { ...rest, lost: true };
    this.#bound();
  }

  clear(): void {
    this.entries.length = 0;
    this.dropped = 0;
  }

  #append(chunks: readonly Chunk[]): void {
    for (const chunk of chunks) this.entries.push(chunk);
  }

  #merge(chunks: readonly Chunk[]): void {
    if (chunks.length === 0) return;
    const known = new Set(this.entries.map(orderOf));
    const fresh = chunks.filter(({ seq }) => !known.has(seq));
    const all = this.entries.flatMap<Entry>((entry) => (isGap(entry) ? without(entry, fresh) : [entry]));
    const merged = [...all, ...fresh].sort((a, b) => orderOf(a) - orderOf(b));
    this.entries.length = 0;
    for (const entry of merged) this.entries.push(entry);
  }

  /** A twentieth at once, so that it is seldom. */
  #bound(): void {
    if (this.entries.length <= this.#limit) return;
    const surplus = this.entries.length - Math.floor(this.#limit * 0.95);
    this.entries.splice(0, surplus);
    this.dropped += surplus;
  }
}

function without(gap: Gap, chunks: readonly Chunk[]): Gap[] {
  const found = chunks.filter(({ seq }) => seq > gap.after && seq < gap.before).length;
  return found >= gap.gap ? [] : [{ ...gap, gap: gap.gap - found }];
}
