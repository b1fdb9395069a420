import { useComputed, useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request, type Problem } from '../browser/api';
import type { Socket, SocketList } from '../lib/wire';
import { epoch } from '../live/run';
import { socketById } from '../live/sockets';
import { lastCallOn } from '../live/calls-log';

export type Found = { kind: 'loading' } | { kind: 'socket'; socket: Socket } | { kind: 'missing'; problem: Problem };

/** The socket as the feed has it; one that the filter keeps out of it is asked for again after each call on it. */
export function useSocket(id: string): ReadonlySignal<Found> {
  const asked = useSignal<Found>({ kind: 'loading' });
  const isFed = useComputed(() => socketById(id) !== undefined).value;
  const last = useComputed(() => lastCallOn(id)).value;

  useEffect(() => {
    if (isFed) return;
    let current = true;
    void ask(id).then((found) => {
      if (current) asked.value = found;
    });
    return () => {
      current = false;
    };
  }, [id, isFed, last, epoch.value]);

  return useComputed(() => {
    const fed = socketById(id);
    return fed ? { kind: 'socket', socket: fed.value } : asked.value;
  });
}

async function ask(id: string): Promise<Found> {
  const outcome = await request<Socket>('GET', `/sockets/${encodeURIComponent(id)}`);
  if (outcome.ok) return { kind: 'socket', socket: outcome.value };
  const closed = outcome.status === 410 ? await askClosed(id) : undefined;
  return closed ? { kind: 'socket', socket: closed } : { kind: 'missing', problem: outcome.problem };
}

async function askClosed(id: string): Promise<Socket | undefined> {
  const outcome = await request<SocketList>('GET', '/sockets', { query: { state: 'CLOSED', limit: 1_000 } });
  return outcome.ok ? outcome.value.items.find((socket) => socket.id === id) : undefined;
}
