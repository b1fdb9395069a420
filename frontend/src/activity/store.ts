import { useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request, type Problem } from '../browser/api';
import { recentCalls } from '../live/calls';
import type { CallRecord } from '../live/protocol';
import { epoch } from '../live/run';

/** The server remembers no more. */
const MOST = 20_000;

interface Activity {
  /** Oldest first. */
  calls: ReadonlySignal<readonly CallRecord[]>;
  problem: ReadonlySignal<Problem | null>;
}

/** Every call that the server remembers, and those that end from now on. */
export function useActivity(): Activity {
  const past = useSignal<readonly CallRecord[]>([]);
  const problem = useSignal<Problem | null>(null);
  const run = epoch.value;
  useEffect(() => {
    const control = new AbortController();
    past.value = [];
    void callsOfServer(control.signal).then((found) => {
      if (control.signal.aborted) return;
      if (found.ok) past.value = found.value.items;
      problem.value = found.ok ? null : found.problem;
    }, ignoreAbort);
    return () => {
      control.abort();
    };
  }, [run]);
  return { problem, calls: useComputed(() => merged(past.value, recentCalls.value)) };
}

function callsOfServer(signal: AbortSignal) {
  return request<{ items: CallRecord[] }>('GET', '/calls', { query: { limit: MOST }, signal });
}

function ignoreAbort(): void {
  // Nobody waits for it any more.
}

export function merged(past: readonly CallRecord[], live: readonly CallRecord[]): readonly CallRecord[] {
  const last = past.at(-1)?.seq ?? 0;
  return [...past, ...live.filter(({ seq }) => seq > last)].slice(-MOST);
}
