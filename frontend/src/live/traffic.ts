import { batch, computed, signal } from '@preact/signals';
import type { Chunk, TrafficFrame } from './protocol';
import { request, type Problem } from '../browser/api';
import { forgetPayloads } from './payloads';
import { onRunEnd } from './run';
import { recording, sourceOf } from './source';
import { Timeline, type Entry, type Gap } from './timeline';

/** Records without payload: what a tab bears. */
export const LIMIT = 200_000;

const PAGE = 10_000;
const ALL = 'all';

/** Chunks that went out of this page, the oldest ones, to bound it. */
export const dropped = signal(0);

/** Whether any of it went to or came from an address of its own, as datagrams do. */
export const addressed = signal(false);

/** Nobody looks at it, or its past is asked for, or what comes is heard of. */
const phase = signal<'idle' | 'loading' | 'following'>('idle');

export const loading = computed(() => phase.value === 'loading');
export const loadProblem = signal<Problem | null>(null);

/** Whose traffic the page wants to hear of: a socket's id, `all`, or nobody's. A recording has all it will have. */
export const trafficWanted = computed(() => (phase.value === 'following' && recording.value === null ? scope : null));

const timeline = new Timeline(LIMIT);
let scope: string | null = null;

/** Who looks at it. */
let viewer: symbol | null = null;

/** Grows when what was asked for before is void. */
let era = 0;

/** One list for good, in a new wrapper with each change. */
const current = signal({ entries: timeline.entries });

export function entries(): readonly Entry[] {
  return current.value.entries;
}

/** The last chunk that the page has of what it shows; the feed asks for what is after it. */
export function lastSeq(): number {
  return timeline.last;
}

/**
 * Follows a socket, or all of them, until the returned function is called. What came before is loaded first. A
 * recording has what it had when it was asked, the first of it where that is more than a tab bears.
 */
export function showTraffic(socketId: string | null, of: string | null = null): () => void {
  const wanted = socketId ?? ALL;
  if (scope !== wanted || recording.peek() !== of) clear();
  scope = wanted;
  recording.value = of;
  const own = Symbol(wanted);
  viewer = own;
  void follow();
  return () => {
    // Preact cleans up after a paint, when the next one may look already.
    if (viewer === own) leave();
  };
}

function leave(): void {
  viewer = null;
  era++;
  phase.value = 'idle';
  if (recording.peek() === null) return;
  clear();
  recording.value = null;
}

export function receiveTraffic({ chunks, gap }: TrafficFrame): void {
  if (recording.peek() !== null) return;
  const ours = chunks.filter(({ socket_id }) => scope === ALL || socket_id === scope);
  if (scope !== null && (ours.length > 0 || gap > 0)) add(ours, gap);
}

onRunEnd(forgetTraffic);

/** For another run of the server, which numbers anew: what it has is loaded. */
export function forgetTraffic(): void {
  clear();
  if (viewer !== null) void follow();
}

function clear(): void {
  forgetPayloads();
  addressed.value = false;
  change(() => {
    timeline.clear();
  });
}

export async function loadGap(gap: Gap): Promise<void> {
  const asked = era;
  const found: Chunk[] = [];
  let after = gap.after;
  while (found.length < gap.gap) {
    const page = await pageAfter(after);
    if (page === null || asked !== era) return;
    const within = page.filter(({ seq }) => seq < gap.before);
    found.push(...within);
    after = within.at(-1)?.seq ?? after;
    if (within.length < PAGE) break;
  }
  change(() => {
    timeline.fill(gap, found);
  });
}

/** The feed is asked only when the past is there: it goes on from its end. */
async function follow(): Promise<void> {
  const asked = ++era;
  phase.value = 'loading';
  try {
    await loadNewer(asked);
  } finally {
    if (asked === era) phase.value = 'following';
  }
}

async function loadNewer(asked: number): Promise<void> {
  for (let full = true; full;) {
    const page = await pageAfter(timeline.last);
    if (page === null || asked !== era) return;
    add(page);
    full = page.length === PAGE && (recording.peek() === null || timeline.entries.length < LIMIT);
  }
}

/** Null when it failed, which is then told. */
async function pageAfter(after: number): Promise<Chunk[] | null> {
  const { path, query } = sourceOf(scope === ALL ? null : scope);
  const outcome = await request<{ items: Chunk[] }>('GET', path, { query: { ...query, after, limit: PAGE } });
  loadProblem.value = outcome.ok ? null : outcome.problem;
  return outcome.ok ? outcome.value.items : null;
}

function add(chunks: readonly Chunk[], gap = 0): void {
  if (chunks.some(({ address }) => address !== null)) addressed.value = true;
  change(() => {
    timeline.add(chunks, gap);
  });
}

function change(work: () => void): void {
  batch(() => {
    work();
    dropped.value = timeline.dropped;
    current.value = { entries: timeline.entries };
  });
}
