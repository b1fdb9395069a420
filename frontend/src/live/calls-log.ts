import { signal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { request, type Problem } from '../browser/api';
import { callsOf, recentCalls } from './calls';
import type { CallRecord } from './protocol';
import { epoch, onRunEnd } from './run';

export interface CallLog {
  /** Oldest first: what the server had, and what came since. */
  calls: readonly CallRecord[];
  /** All that the server remembers of the socket. */
  total: number;
  problem: Problem | null;
}

/** What was loaded of a socket's calls, for all who look at them. */
interface Store {
  past: Signal<readonly CallRecord[]>;
  /** So many were there when it was loaded. */
  count: Signal<number>;
  problem: Signal<Problem | null>;
  /** How many were asked for. */
  asked: number;
  users: number;
  control: AbortController;
}

/** The calls that all tabs of a socket look at; theirs loads more. */
export const FEW = 50;

const stores = new Map<string, Store>();

onRunEnd(() => {
  for (const { control } of stores.values()) control.abort();
  stores.clear();
});

/** The last calls on a socket, at most so many of those before the page listened, and those that end from now on. */
export function useCallLog(socketId: string, limit: number): CallLog {
  const run = epoch.value;
  const store = useMemo(() => storeOf(socketId), [socketId, run]);
  useEffect(() => {
    store.users++;
    if (store.asked < limit) void load(socketId, store, limit);
    return () => {
      store.users--;
      if (store.users === 0) leave(socketId, store);
    };
  }, [store, limit]);
  const past = store.past.value;
  const last = past.at(-1)?.seq ?? 0;
  const fresh = callsOf(socketId).filter(({ seq }) => seq > last);
  return { calls: [...past, ...fresh], total: store.count.value + fresh.length, problem: store.problem.value };
}

function storeOf(socketId: string): Store {
  const found = stores.get(socketId);
  if (found) return found;
  const made: Store = {
    past: signal([]),
    count: signal(0),
    problem: signal(null),
    asked: 0,
    users: 0,
    control: new AbortController(),
  };
  stores.set(socketId, made);
  return made;
}

/** Whoever has the store in hand already loads it anew. */
function leave(socketId: string, store: Store): void {
  store.control.abort();
  store.asked = 0;
  if (stores.get(socketId) === store) stores.delete(socketId);
}

async function load(socketId: string, store: Store, limit: number): Promise<void> {
  store.asked = limit;
  store.control.abort();
  const control = new AbortController();
  store.control = control;
  try {
    const query = { socket: socketId, limit };
    const outcome = await request<{ items: CallRecord[]; total: number }>('GET', '/calls', {
      query,
      signal: control.signal,
    });
    store.problem.value = outcome.ok ? null : outcome.problem;
    if (!outcome.ok) return;
    store.past.value = outcome.value.items;
    store.count.value = outcome.value.total;
  } catch {
    // Nobody looks any more, or more was asked for.
  }
}

/** How many calls this page has seen end: whoever shows what calls change looks again then. */
export function lastCallOn(socketId: string): number {
  return recentCalls.value.findLast(({ socket_id }) => socket_id === socketId)?.seq ?? 0;
}
