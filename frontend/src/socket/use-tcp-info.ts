import { request, type Outcome } from '../browser/api';
import { useLoaded } from '../browser/use-loaded';
import type { Socket } from '../lib/wire';
import { now } from '../live/age';
import { lastCallOn } from '../live/calls-log';

export type Info = Record<string, number | null>;

export interface Observed {
  outcome: Outcome<Info>;
  /** When, in milliseconds. */
  at: number;
}

/** It is asked again so often, in milliseconds, and after each call. */
const EVERY = 5_000;

/** What the kernel tells of a connection, with the time; null before it has, and where there is none. */
export function useTcpInfo({ id, proto, state, peer_ended }: Socket): { value: Observed | null; reload: () => void } {
  const isThere = proto === 'IPPROTO_TCP' && state !== 'CLOSED';
  const tick = isThere ? Math.floor(now.value / EVERY) : 0;
  return useLoaded(`${id} ${state} ${peer_ended} ${lastCallOn(id)} ${tick}`, async (signal) => {
    if (!isThere) return null;
    const outcome = await request<Info>('GET', `/sockets/${encodeURIComponent(id)}/tcp_info`, { signal });
    return { outcome, at: Date.now() };
  });
}

/** As in the kernel's tcp_states.h. */
const STATES = [
  '',
  'ESTABLISHED',
  'SYN-SENT',
  'SYN-RECEIVED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'TIME-WAIT',
  'CLOSED',
  'CLOSE-WAIT',
  'LAST-ACK',
  'LISTEN',
  'CLOSING',
  'NEW-SYN-RECEIVED',
];

export function tcpStateOf(value: number): string {
  return STATES[value] ?? String(value);
}
