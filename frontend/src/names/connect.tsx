import { signal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { request, type Problem } from '../browser/api';
import type { Socket } from '../lib/wire';
import { formatAddress } from '../lib/address';
import { go } from '../browser/router';
import type { Subject } from '../lib/subject';
import { ErrnoCard } from '../errors/errno-card';
import type { AddressInfo } from './calls';

interface Failure {
  item: AddressInfo;
  problem: Problem;
  call: Subject;
  /** What was made before the call that failed. */
  socket: Socket | null;
}

/** The one attempt of a page to connect to an answer. */
export interface Connecting {
  item: Signal<AddressInfo | null>;
  failure: Signal<Failure | null>;
}

export function useConnecting(): Connecting {
  return useMemo(() => ({ item: signal(null), failure: signal(null) }), []);
}

export function ConnectButton({ item, connecting }: { item: AddressInfo; connecting: Connecting }) {
  const waiting = connecting.item.value === item;
  const where = formatAddress(item.address) ?? 'it';
  return (
    <button
      type="button"
      aria-disabled={waiting}
      aria-label={`Connect to ${where} by ${item.type}`}
      onClick={() => void connect(item, null, connecting)}
    >
      {waiting ? 'Connecting…' : 'Connect'}
    </button>
  );
}

export function ConnectFailure({ connecting }: { connecting: Connecting }) {
  const failure = connecting.failure.value;
  if (failure === null) return null;
  const { item, problem, call, socket } = failure;
  return (
    <>
      <ErrnoCard problem={problem} call={call} onRetry={() => void connect(item, socket, connecting)} />
      {socket && (
        <p>
          The socket <a href={`/sockets/${socket.id}`}>{socket.id}</a> was made and is open.
        </p>
      )}
    </>
  );
}

/** Goes to the socket; a second try takes the one that the first has made. */
async function connect(item: AddressInfo, made: Socket | null, connecting: Connecting): Promise<void> {
  if (connecting.item.peek() !== null) return;
  connecting.item.value = item;
  connecting.failure.value = null;
  connecting.failure.value = await attempt(item, made);
  connecting.item.value = null;
}

async function attempt(item: AddressInfo, made: Socket | null): Promise<Failure | null> {
  const socket = made ?? (await create(item));
  if ('problem' in socket) return socket;
  const { host = '', port = 0 } = item.address ?? {};
  const outcome = await request('POST', `/sockets/${socket.id}/connect`, { body: { address: item.address } });
  const call = { name: 'connect', text: `connect(('${host}', ${port}))`, at: { host, port } };
  if (!outcome.ok) return { item, problem: outcome.problem, call, socket };
  go(`/sockets/${socket.id}`);
  return null;
}

async function create(item: AddressInfo): Promise<Socket | Failure> {
  const { family, type, proto } = item;
  const outcome = await request<Socket>('POST', '/sockets', { body: { family, type, proto } });
  if (outcome.ok) return outcome.value;
  const call = { name: 'socket', text: `socket(${family}, ${type}, ${proto})` };
  return { item, problem: outcome.problem, call, socket: null };
}
