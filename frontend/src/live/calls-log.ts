import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { request, type Problem } from '../browser/api';
import type { CallRecord } from './protocol';
import { callsOf, recentCalls } from './calls';

const PAGE = 1_000;

export interface CallLog {
  /** Oldest first: what the server had, and what came since. */
  calls: ReadonlySignal<readonly CallRecord[]>;
  problem: Signal<Problem | null>;
}

/** The calls on a socket that the server remembers, and those that end from now on. */
export function openLog(socketId: string): CallLog {
  const past = signal<readonly CallRecord[]>([]);
  const problem = signal<Problem | null>(null);
  void load(socketId, past, problem);
  return { problem, calls: computed(() => merged(past.value, callsOf(socketId))) };
}

async function load(
  socketId: string,
  past: Signal<readonly CallRecord[]>,
  problem: Signal<Problem | null>,
  after = 0,
): Promise<void> {
  const outcome = await request<{ items: CallRecord[]; total: number }>('GET', '/calls', {
    query: { socket: socketId, after, limit: PAGE },
  });
  if (!outcome.ok) {
    problem.value = outcome.problem;
    return;
  }
  const { items } = outcome.value;
  past.value = [...past.peek(), ...items];
  const last = items.at(-1);
  if (last && items.length === PAGE) await load(socketId, past, problem, last.seq);
}

function merged(past: readonly CallRecord[], live: readonly CallRecord[]): readonly CallRecord[] {
  const last = past.at(-1)?.seq ?? 0;
  return [...past, ...live.filter(({ seq }) => seq > last)];
}

/** How many calls this page has seen end: whoever shows what calls change looks again then. */
export function lastCallOn(socketId: string): number {
  return recentCalls.value.findLast(({ socket_id }) => socket_id === socketId)?.seq ?? 0;
}
