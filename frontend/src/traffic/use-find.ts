import { useEffect, useMemo, useRef } from 'preact/hooks';
import { formatRange } from '../lib/bytes';
import { allHitsIn, hitAfter } from '../lib/search';
import { counted, word } from '../lib/words';
import { place } from '../browser/router';
import { marks, matching } from '../filter/traffic-filter';
import { payloadOf } from '../live/payloads';
import { isGap, type Entry } from '../live/timeline';
import type { Chunk } from '../live/protocol';
import { say } from '../ui/notices';
import { needlesOf } from './needles';
import { choose, type Wishes } from './wishes';

/** More are not gone through in one chunk. */
export const MOST = 1_000;

interface FindOptions {
  rows: readonly Entry[];
  filter: string;
  wishes: Wishes;
}

/**
 * The way through what matches: from hit to hit in the bytes of a chunk, and on to the next chunk. What is typed leads
 * to the first one, as long as the others stay in view; a view of matches alone is left where it is.
 */
export function useFind({ rows, filter, wishes: { chosen, only } }: FindOptions) {
  const needles = useMemo(() => needlesOf(marks.value), [marks.value]);
  const seqs = matching.value?.seqs;
  const found = seqs ? rows.filter((row): row is Chunk => !isGap(row) && seqs.has(row.seq)) : [];
  const at = found.findIndex(({ seq }) => seq === chosen);
  /** The filter that a way was led to; what a link brings leads nowhere if the link names a chunk. */
  const shown = useRef(isIn(place.peek().searchParams) ? null : '');

  useEffect(() => {
    const [first] = found;
    if (filter === shown.current || !seqs || only) return;
    const isTyped = shown.current !== null;
    shown.current = filter;
    if (first && at < 0 && (isTyped || chosen === null)) void show(first, 1);
  }, [filter, seqs, first(found)]);

  async function go(step: 1 | -1): Promise<void> {
    const current = found[at];
    if (current && (await goWithin(current.seq, step))) return;
    const next = at < 0 ? found.at(step > 0 ? 0 : -1) : found[(at + step + found.length) % found.length];
    if (!next) return;
    await show(next, step);
    say(word('traffic.find.at', { n: found.indexOf(next) + 1, all: found.length }));
  }

  /** Whether there is a further hit in the chunk. */
  async function goWithin(seq: number, step: 1 | -1): Promise<boolean> {
    const selected = /^(\d+)/.exec(place.peek().searchParams.get('bytes') ?? '')?.[1];
    const start = selected === undefined ? (step > 0 ? -1 : Infinity) : Number(selected);
    const hit = hitAfter(await hitsOf(seq), start, step);
    if (hit) choose(seq, { replace: true, bytes: formatRange(hit) });
    return hit !== undefined;
  }

  async function show({ seq }: Chunk, step: 1 | -1): Promise<void> {
    const hit = (await hitsOf(seq)).at(step > 0 ? 0 : -1);
    choose(seq, { replace: true, bytes: hit ? formatRange(hit) : null });
  }

  async function hitsOf(seq: number) {
    if (needles.length === 0) return [];
    const bytes = await payloadOf(seq);
    return bytes ? allHitsIn(bytes, needles, MOST) : [];
  }

  return {
    needles,
    go: (step: 1 | -1) => void go(step),
    told: seqs ? told(at, found.length) : '',
  };
}

function first(found: readonly Chunk[]): number | undefined {
  return found[0]?.seq;
}

function told(at: number, all: number): string {
  return at < 0 ? counted('traffic.find.all', all) : word('traffic.find.at', { n: at + 1, all });
}

function isIn(query: URLSearchParams): boolean {
  return query.has('filter') || query.has('match');
}
