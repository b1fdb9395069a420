import { signal, untracked } from '@preact/signals';
import type { Chunk } from '../live/protocol';
import { entries } from '../live/traffic';
import { matching } from '../filter/traffic-filter';
import { indexFrom, isGap, orderOf, type Entry } from '../live/timeline';

export type Direction = Chunk['direction'];

/** What a person looks at of the traffic: all of it as it comes, or what stood still when they asked for it. */
export class View {
  readonly following = signal(true);
  readonly frozen = signal<readonly Entry[] | null>(null);

  /** What was there when the person cleared the view; it is not shown any more. */
  readonly #cleared = signal(0);

  /** The last entry when the view left the end; what came after it is new. */
  readonly #seen = signal(0);

  /** With `only`, none but what the filter lets through. */
  rows(direction: Direction | null, only = true): readonly Entry[] {
    return filtered(this.#shown(this.frozen.value ?? entries()), direction, only);
  }

  /** How many are not shown, since the view was cleared. */
  hidden(): number {
    return this.#cleared.value === 0 ? 0 : indexFrom(entries(), this.#cleared.value + 0.1);
  }

  clear(): void {
    const last = untracked(entries).at(-1);
    this.#cleared.value = last ? orderOf(last) : 0;
  }

  showAll(): void {
    this.#cleared.value = 0;
  }

  fresh(direction: Direction | null, only = true): number {
    if (this.following.value && this.frozen.value === null) return 0;
    const all = entries();
    return filtered(all.slice(indexFrom(all, this.#seen.value + 0.1)), direction, only).length;
  }

  leaveEnd(): void {
    if (!this.following.peek()) return;
    this.#mark();
    this.following.value = false;
  }

  /** The last is in sight, though the view does not follow: nothing is new. */
  reachEnd(): void {
    if (this.frozen.peek() === null) this.#mark();
  }

  catchUp(): void {
    this.frozen.value = null;
    this.following.value = true;
  }

  pause(): void {
    if (this.following.peek()) this.#mark();
    this.frozen.value = untracked(() => [...entries()]);
  }

  /** Shows everything again; what is new stays counted for those who look at something older. */
  resume(): void {
    this.frozen.value = null;
  }

  #shown(all: readonly Entry[]): readonly Entry[] {
    return this.#cleared.value === 0 ? all : all.slice(indexFrom(all, this.#cleared.value + 0.1));
  }

  #mark(): void {
    const last = (this.frozen.peek() ?? untracked(entries)).at(-1);
    this.#seen.value = last ? orderOf(last) : 0;
  }
}

function filtered(all: readonly Entry[], direction: Direction | null, only: boolean): readonly Entry[] {
  const seqs = only ? matching.value?.seqs : undefined;
  if (direction === null && !seqs) return all;
  return all.filter(
    (entry) => isGap(entry) || ((direction ?? entry.direction) === entry.direction && (seqs?.has(entry.seq) ?? true)),
  );
}
