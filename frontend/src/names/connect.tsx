import { signal, type Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { AddressInfo, Socket } from '../lib/wire';
import { formatAddress } from '../lib/address';
import { rich, word } from '../lib/words';
import { go } from '../browser/router';
import { FailedCard } from '../call/failed-card';
import { makeCall, type FailedCall } from '../call/make';

interface Failure extends FailedCall {
  item: AddressInfo;
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
  const where = formatAddress(item.address) ?? '';
  return (
    <button
      type="button"
      aria-disabled={waiting}
      aria-label={word('names.connect.to', { address: where, type: item.type })}
      onClick={() => void connect(item, null, connecting)}
    >
      {word(waiting ? 'names.connecting' : 'names.connect')}
    </button>
  );
}

export function ConnectFailure({ connecting }: { connecting: Connecting }) {
  const failure = connecting.failure.value;
  if (failure === null) return null;
  const { item, problem, call, socket } = failure;
  return (
    <>
      <FailedCard problem={problem} call={call} onRetry={() => void connect(item, socket, connecting)} />
      {socket && <p>{rich('names.made', { id: <a href={`/sockets/${socket.id}`}>{socket.id}</a> })}</p>}
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
  const connected = await makeCall('connect', socket.id, { address: item.address });
  if (!connected.ok) return { ...connected, item, socket };
  go(`/sockets/${socket.id}`);
  return null;
}

async function create(item: AddressInfo): Promise<Socket | Failure> {
  const { family, type, proto } = item;
  const made = await makeCall<Socket>('socket', null, { family, type, proto });
  return made.ok ? made.value : { ...made, item, socket: null };
}
