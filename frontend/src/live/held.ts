import type { Delta, ServerFrame, TrafficFrame } from './protocol';

/** A page that stands still keeps no more calls and chunks than it would show of them at once. */
const CALLS = 2_000;
const CHUNKS = 10_000;

/** Two frames as one: of each socket and each wait what was said last. */
export function merged(first: ServerFrame, then: ServerFrame): ServerFrame {
  const delta = merge(then.snapshot ? undefined : first.delta, then.delta, mergedDeltas);
  const calls = merge(first.calls, then.calls, (a, b) => [...a, ...b].slice(-CALLS));
  const traffic = merge(first.traffic, then.traffic, mergedTraffic);
  const snapshot = then.snapshot ?? first.snapshot;
  return {
    n: then.n,
    ...(snapshot && { snapshot }),
    ...(delta && { delta }),
    ...(calls && { calls }),
    ...(traffic && { traffic }),
  };
}

function merge<T>(first: T | undefined, then: T | undefined, both: (first: T, then: T) => T): T | undefined {
  return first && then ? both(first, then) : (then ?? first);
}

function mergedDeltas(first: Delta, then: Delta): Delta {
  const [sockets, gone] = latest(first.sockets, first.gone, then.sockets, then.gone);
  const [waiting, ended] = latest(first.waiting, first.ended, then.waiting, then.ended);
  return { sockets, gone, waiting, ended, total: then.total };
}

/** Those that are there in the end, and those that are not. */
function latest<T extends { id: string }>(
  there: readonly T[] = [],
  left: readonly string[] = [],
  came: readonly T[] = [],
  went: readonly string[] = [],
): [T[], string[]] {
  const byId = new Map([...there, ...came].map((one) => [one.id, one]));
  for (const id of went) byId.delete(id);
  return [[...byId.values()], [...new Set([...left, ...went])].filter((id) => !byId.has(id))];
}

/** Chunks before a gap, or more than are kept, become part of it: the page loads them when they are wanted. */
function mergedTraffic(first: TrafficFrame, then: TrafficFrame): TrafficFrame {
  const chunks = then.gap > 0 ? then.chunks : [...first.chunks, ...then.chunks];
  const kept = chunks.slice(-CHUNKS);
  return { chunks: kept, gap: first.gap + then.gap + first.chunks.length + then.chunks.length - kept.length };
}
