import { request, type Problem } from '../browser/api';
import { useLoaded } from '../browser/use-loaded';
import type { Socket, SocketList } from '../lib/wire';
import { lastCallOn } from '../live/calls-log';
import { epoch } from '../live/run';
import { socketById } from '../live/sockets';

export type Found = { kind: 'loading' } | { kind: 'socket'; socket: Socket } | { kind: 'missing'; problem: Problem };

/** The socket as the feed has it; one that the filter keeps out of it is asked for again after each call on it. */
export function useSocket(id: string): Found {
  const fed = socketById(id)?.value;
  const isFed = fed !== undefined;
  const { value } = useLoaded(isFed || `${lastCallOn(id)} ${epoch.value ?? ''}`, (signal) =>
    isFed ? Promise.resolve(null) : ask(id, signal),
  );
  return fed ? { kind: 'socket', socket: fed } : (value ?? { kind: 'loading' });
}

async function ask(id: string, signal: AbortSignal): Promise<Found> {
  const outcome = await request<Socket>('GET', `/sockets/${encodeURIComponent(id)}`, { signal });
  if (outcome.ok) return { kind: 'socket', socket: outcome.value };
  const closed = outcome.status === 410 ? await askClosed(id, signal) : undefined;
  return closed ? { kind: 'socket', socket: closed } : { kind: 'missing', problem: outcome.problem };
}

async function askClosed(id: string, signal: AbortSignal): Promise<Socket | undefined> {
  const query = { state: 'CLOSED', limit: 1_000 };
  const outcome = await request<SocketList>('GET', '/sockets', { query, signal });
  return outcome.ok ? outcome.value.items.find((socket) => socket.id === id) : undefined;
}
