import { effect, signal } from '@preact/signals';
import { request } from '../browser/api';
import type { Mark } from './verdict';
import type { Chunk } from '../live/protocol';
import { perRun } from '../live/run';
import { sourceOf } from '../live/source';
import { entries, lastSeq, LIMIT } from '../live/traffic';

const PAGE = 10_000;
const PAUSE = 500;

/** The filter in force on the traffic that is shown, as typed. */
export const filter = signal('');

/** What it looks for in the bytes. */
export const marks = signal<readonly Mark[]>([]);

/** The numbers of the chunks that match it, in a new wrapper with each change; null where there is no filter. */
export const matching = perRun<{ seqs: ReadonlySet<number> } | null>(null);

let follower: symbol | null = null;

/**
 * Keeps what matches, until the returned function is called. The server alone knows the language: it is asked for
 * what there is, and then for what has come, twice a second at most.
 */
export function followFilter(socketId: string | null = null): () => void {
  const source = sourceOf(socketId);
  const own = Symbol(source.path);
  follower = own;
  const stop = effect(() => {
    if (filter.value !== '') return follow(source, filter.value);
    matching.value = null;
  });
  return () => {
    stop();
    // The next one may follow already.
    if (follower === own) matching.value = null;
  };
}

type Source = ReturnType<typeof sourceOf>;

function follow(source: Source, text: string): () => void {
  const stopped = new AbortController();
  const seqs = new Set<number>();
  let asked = 0;
  let pause = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const last = lastSeq();
    if (last < asked) {
      // Another run of the server numbers anew.
      seqs.clear();
      asked = 0;
    }
    if (last === asked) return;
    const after = asked;
    asked = last;
    pause = PAUSE;
    const found = await matchesAfter(source, after, text, stopped.signal).catch(() => null);
    if (stopped.signal.aborted) return;
    if (found === null) asked = after;
    else found.forEach(({ seq }) => seqs.add(seq));
    bound(seqs);
    matching.value = { seqs };
  }

  function lookSoon(): void {
    timer ??= setTimeout(
      () =>
        void look().then(() => {
          timer = undefined;
          if (lastSeq() !== asked && !stopped.signal.aborted) lookSoon();
        }),
      pause,
    );
  }

  const stop = effect(() => {
    entries();
    lookSoon();
  });
  return () => {
    stop();
    stopped.abort();
    clearTimeout(timer);
  };
}

/** The oldest go first, as those of the page do. */
function bound(seqs: Set<number>): void {
  for (const seq of seqs) {
    if (seqs.size <= LIMIT) return;
    seqs.delete(seq);
  }
}

/** Null when the server did not say. */
async function matchesAfter(
  { path, query }: Source,
  after: number,
  text: string,
  signal: AbortSignal,
): Promise<Chunk[] | null> {
  const found: Chunk[] = [];
  for (let at = after, full = true; full; at = found.at(-1)?.seq ?? at) {
    const outcome = await request<{ items: Chunk[] }>('GET', path, {
      query: { ...query, after: at, limit: PAGE, filter: text },
      signal,
    });
    if (!outcome.ok) return null;
    found.push(...outcome.value.items);
    full = outcome.value.items.length === PAGE;
  }
  return found;
}
