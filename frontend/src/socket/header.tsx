import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatAddress } from '../lib/address';
import { request } from '../browser/api';
import type { Socket } from '../lib/wire';
import { age } from '../lib/format';
import { kindOf } from '../lib/kind';
import { printable } from '../lib/text';
import { now } from '../live/age';
import { waitingOn } from '../live/operations';
import { cancelled } from '../call/cancelled';
import { Copyable } from '../ui/copyable';
import { OperationCard } from '../call/operation-card';
import { StateChip } from '../ui/state-chip';
import { CloseSocket } from './close-socket';
import { OperationBar } from './operation-bar';

export function Header({ socket }: { socket: Socket }) {
  const closed = socket.state === 'CLOSED';
  return (
    <header class="detail-head">
      <div class="title">
        <h1 id="detail-heading">
          {printable(socket.id)} <span class="label">{printable(socket.label ?? '')}</span>
        </h1>
        <StateChip state={socket.state} />
        <span class="hint">{kindOf(socket)}</span>
        {!closed && (
          <span class="buttons">
            <Label socket={socket} />
            <CloseSocket socket={socket} />
          </span>
        )}
      </div>
      <Ends socket={socket} />
      {closed && (
        <p class="closed-note" role="status">
          Closed {closedAgo(socket)}. Its calls and traffic are kept for a while.
        </p>
      )}
      <Waits id={socket.id} />
      {!closed && <OperationBar socket={socket} />}
    </header>
  );
}

function closedAgo({ closed_at }: Socket): string {
  return closed_at === null ? '' : age(Math.max(0, now.value - Date.parse(closed_at)));
}

function Ends({ socket }: { socket: Socket }) {
  const local = formatAddress(socket.local_address);
  const peer = formatAddress(socket.peer_address);
  return (
    <p class="ends">
      {local === null ? <span class="hint">not bound</span> : <Copyable text={local} what="local address" />}
      {peer !== null && (
        <>
          <span aria-label="to the peer" role="img">
            →
          </span>
          <Copyable text={peer} what="peer address" />
        </>
      )}
    </p>
  );
}

/** The calls that wait, in order, and what the last cancel did. */
function Waits({ id }: { id: string }) {
  const waits = waitingOn(id);
  const last = cancelled.value;
  return (
    <>
      {waits.map((waiting) => (
        <OperationCard key={waiting.id} waiting={waiting} />
      ))}
      {last?.socketId === id && <p class="hint cancelled">{last.text}</p>}
    </>
  );
}

function Label({ socket }: { socket: Socket }) {
  const editing = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const edited = () => {
    editing.value = false;
    requestAnimationFrame(() => {
      button.current?.focus();
    });
  };
  return editing.value ? (
    <LabelForm socket={socket} onEnd={edited} />
  ) : (
    <button
      ref={button}
      type="button"
      onClick={() => {
        editing.value = true;
      }}
    >
      {socket.label === null ? 'Add a label' : 'Change label'}
    </button>
  );
}

function LabelForm({ socket, onEnd }: { socket: Socket; onEnd: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    field.current?.select();
  }, []);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const label = field.current?.value.trim() ?? '';
    const outcome = await request('PUT', `/sockets/${encodeURIComponent(socket.id)}/label`, {
      body: { label: label === '' ? null : label },
    });
    if (outcome.ok) onEnd();
    else problem.value = outcome.problem.detail;
  }

  return (
    <form class="label-form" onSubmit={(event) => void submit(event)}>
      <input
        ref={field}
        aria-label={`Label of ${socket.id}`}
        defaultValue={socket.label ?? ''}
        maxLength={200}
        autocomplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEnd();
        }}
      />
      <button>Save</button>
      <button type="button" onClick={onEnd}>
        Keep as it is
      </button>
      {problem.value !== null && (
        <span class="problem" role="alert">
          {problem}
        </span>
      )}
    </form>
  );
}
