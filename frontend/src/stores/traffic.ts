import { signal } from '@preact/signals';
import type { TrafficFrame } from '../live/protocol';

/** Whose traffic the page wants to hear of: a socket's id, `all`, or nobody's. */
export const trafficWanted = signal<string | null>(null);

let last = 0;

/** The last chunk that the page has of what it shows; the feed asks for what is after it. */
export function lastSeq(): number {
  return last;
}

export function receiveTraffic({ chunks }: TrafficFrame): void {
  last = chunks.at(-1)?.seq ?? last;
}

/** For another run of the server, which numbers anew. */
export function forgetTraffic(): void {
  last = 0;
}
