import { useSignal } from '@preact/signals';
import type { Socket, SocketState } from '../lib/wire';
import { useKeys } from '../browser/keys';
import { go, place } from '../browser/router';
import { cancelled } from '../call/cancelled';
import { receiveCall } from '../composer/sending';
import { RunView } from '../call/form/run-view';
import { callOf } from '../call/make';
import { failureOf } from '../call/outlook';
import { run, runOf, type Run } from '../call/runs';
import { hrefOfTab } from './tabs';

const SENSIBLE: Record<SocketState, readonly string[]> = {
  UNCONNECTED: ['bind', 'connect', 'listen'],
  BOUND: ['bind', 'connect', 'listen'],
  LISTENING: ['accept'],
  CONNECTING: ['connect', 'getpeername'],
  CONNECTED: ['send', 'recv', 'shutdown'],
  CLOSED: [],
};

/** A datagram socket sends and receives without a connection, and never listens. */
function callsFor({ state, type }: Socket): readonly string[] {
  const isDatagram = type === 'SOCK_DGRAM' || type === 'SOCK_RAW';
  if (!isDatagram) return SENSIBLE[state];
  return state === 'CONNECTED' ? ['send', 'recv', 'connect'] : ['bind', 'connect', 'send', 'recv'];
}

/** The calls that make sense now; every other is a step away. */
export function OperationBar({ socket }: { socket: Socket }) {
  const last = useSignal<'accept' | 'recv' | 'recvfrom'>('recv');
  const receiving = receiveCall(socket);

  function make(name: 'accept' | 'recv' | 'recvfrom'): void {
    last.value = name;
    void run(callOf(name, socket.id, name === 'accept' ? {} : { bufsize: receiving.bufsize }), 'bar');
  }

  const ACTS: Record<string, () => void> = {
    accept: () => {
      make('accept');
    },
    recv: () => {
      make(receiving.name);
    },
    send: () => {
      toComposer(socket.id);
    },
  };

  useKeys({
    r: () => {
      make(receiving.name);
    },
    a: () => {
      make('accept');
    },
  });
  return (
    <>
      <div class="operation-bar" role="group" aria-label="Calls that make sense now">
        {callsFor(socket).map((name) => {
          const act = ACTS[name];
          return act ? (
            <button key={name} type="button" title={failureOf(name, socket) ?? undefined} onClick={act}>
              {wordOf(name)}
            </button>
          ) : (
            <a key={name} class="button" href={hrefOfTab(socket.id, 'operations', place.value, { call: name })}>
              {wordOf(name)}
            </a>
          );
        })}
        <a class="button all" href={hrefOfTab(socket.id, 'operations', place.value)}>
          All operations
        </a>
      </div>
      <Ended
        run={runOf(socket.id, last.value, 'bar').value}
        onRetry={() => {
          make(last.value);
        }}
      />
    </>
  );
}

/** While it waits its card says so, and what a cancel did stands there too. */
function Ended({ run: last, onRetry }: { run: Run; onRetry: () => void }) {
  const isTold = last.kind === 'waiting' || (last.kind === 'told' && cancelled.value !== null);
  return isTold ? null : <RunView run={last} onRetry={onRetry} />;
}

const WORDS: Record<string, string> = {
  bind: 'Bind',
  connect: 'Connect',
  listen: 'Listen',
  accept: 'Accept',
  send: 'Send',
  recv: 'Receive',
  shutdown: 'Shut down',
  getpeername: 'Peer name',
};

function wordOf(name: string): string {
  return WORDS[name] ?? name;
}

function toComposer(id: string): void {
  if (!focusComposer()) go(hrefOfTab(id, 'traffic', place.peek()));
  requestAnimationFrame(focusComposer);
}

function focusComposer(): boolean {
  const field = document.querySelector<HTMLElement>('.composer textarea');
  field?.focus();
  return field !== null;
}
