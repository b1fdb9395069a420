import type { Range } from '../lib/bytes';
import { hitsIn, type Needle } from '../lib/search';
import { word } from '../lib/words';
import type { Turn } from './turns';

/** More are not marked, nor counted: each mark is an element of the page. */
export const MOST = 500;

/** Where in a turn. */
export interface Hit extends Range {
  key: number;
}

/** What was found, remembered for as long as the same is looked for in the same bytes. */
export class Hits {
  #needle: Needle | null = null;
  #found = new WeakMap<Uint8Array, readonly Range[]>();

  in(bytes: Uint8Array, needle: Needle): readonly Range[] {
    if (needle !== this.#needle) this.#found = new WeakMap();
    this.#needle = needle;
    const found = this.#found.get(bytes) ?? hitsIn(bytes, needle, MOST);
    this.#found.set(bytes, found);
    return found;
  }
}

/** The hits of each turn, up to the most of all. */
export function shareOut(
  turns: readonly Turn[],
  hitsOf: (turn: Turn) => readonly Range[],
): Map<number, readonly Range[]> {
  const shares = new Map<number, readonly Range[]>();
  let left = MOST;
  for (const turn of turns) {
    if (left === 0) break;
    const found = hitsOf(turn);
    const share = found.length > left ? found.slice(0, left) : found;
    if (share.length > 0) shares.set(turn.key, share);
    left -= share.length;
  }
  return shares;
}

/** In the order of the conversation. */
export function allHits(shares: ReadonlyMap<number, readonly Range[]>): Hit[] {
  return [...shares].flatMap(([key, ranges]) => ranges.map((range) => ({ ...range, key })));
}

/** The one after, or before, and round at the ends. */
export function hitBeside(hits: readonly Hit[], current: Hit | null, step: 1 | -1): Hit | undefined {
  const at = indexOfHit(hits, current);
  return at < 0 ? hits.at(step > 0 ? 0 : -1) : hits[(at + step + hits.length) % hits.length];
}

export function indexOfHit(hits: readonly Hit[], hit: Hit | null): number {
  return hits.findIndex(({ key, from }) => key === hit?.key && from === hit.from);
}

export function placeOf(hits: readonly Hit[], current: Hit | null): string {
  const at = indexOfHit(hits, current);
  const all = hits.length === MOST ? word('conversation.most', { n: MOST }) : String(hits.length);
  return at < 0 ? word('conversation.found', { n: all }) : word('conversation.at', { n: at + 1, all });
}
