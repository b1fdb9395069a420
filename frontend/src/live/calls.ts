import type { CallRecord } from './protocol';
import { perRun } from './run';

const KEPT = 2_000;

/** The calls that ended while this page listened, oldest first. */
export const recentCalls = perRun<readonly CallRecord[]>([]);

export function callsOf(socketId: string): readonly CallRecord[] {
  return recentCalls.value.filter(({ socket_id }) => socket_id === socketId);
}

/** What came already, before a reconnection, is not taken twice. */
export function receiveCalls(records: readonly CallRecord[]): void {
  const last = recentCalls.peek().at(-1)?.seq ?? -1;
  const fresh = records.filter(({ seq }) => seq > last);
  if (fresh.length > 0) recentCalls.value = [...recentCalls.peek(), ...fresh].slice(-KEPT);
}
