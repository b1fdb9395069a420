import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Socket } from '../lib/wire';
import { rows } from '../live/sockets';

/** Seconds. */
export const KEPT = 60;

/** Bytes of one second. */
export interface Sample {
  sent: number;
  received: number;
}

/** What passed in each of the last seconds: on a listener on its connections. */
export function useThroughput(socket: Socket): ReadonlySignal<readonly Sample[]> {
  const samples = useSignal<readonly Sample[]>([]);
  const latest = useRef(socket);
  latest.current = socket;
  useEffect(() => {
    let before = totalOf(latest.current);
    const timer = setInterval(() => {
      const now = totalOf(latest.current);
      const grown = { sent: grownBy(now.sent, before.sent), received: grownBy(now.received, before.received) };
      samples.value = [...samples.peek(), grown].slice(-KEPT);
      before = now;
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return samples;
}

/** A connection that was forgotten takes its bytes along. */
function grownBy(now: number, before: number): number {
  return Math.max(0, now - before);
}

function totalOf(socket: Socket): Sample {
  const counted = socket.state === 'LISTENING' ? connectionsOf(socket.id) : [socket];
  return counted.reduce(
    (sum, { bytes_sent, bytes_received }) => ({
      sent: sum.sent + bytes_sent,
      received: sum.received + bytes_received,
    }),
    { sent: 0, received: 0 },
  );
}

/** What a listener accepted, the newest first, closed ones last. */
export function connectionsOf(id: string): readonly Socket[] {
  const accepted = rows.value
    .map((row) => row.socket.value)
    .filter(({ parent, origin }) => parent === id && origin === 'accept');
  const isClosed = ({ state }: Socket) => Number(state === 'CLOSED');
  return accepted.toReversed().toSorted((one, other) => isClosed(one) - isClosed(other));
}
