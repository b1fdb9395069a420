import { signal } from '@preact/signals';
import type { TrafficFrame } from '../live/protocol';

/** Whose traffic the page wants to hear of: a socket's id, `all`, or nobody's. */
export const trafficWanted = signal<string | null>(null);

/** What the feed brought last. */
export const lastTraffic = signal<TrafficFrame | null>(null);

export function receiveTraffic(frame: TrafficFrame): void {
  lastTraffic.value = frame;
}
