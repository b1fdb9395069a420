import { useComputed, useSignal, type Signal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useId } from 'preact/hooks';
import { isMessages } from '../call/receiving';
import { formatAddress } from '../lib/address';
import { printable, textOf } from '../lib/text';
import type { Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { rows } from '../live/sockets';
import { Modal } from '../ui/modal';
import { repeat } from './repeating';
import { sendAndSay, type Message } from './send';

/** What is to be sent again, and how often as a first offer. */
export interface Again extends Message {
  times: number;
}

/** Sends bytes of a chunk to a socket that the person chooses, once or several times. */
export function SendAgain({ again }: { again: Signal<Again | null> }) {
  const open = useSignal(false);
  const shown = useComputed(() => again.value !== null).value;
  if (shown !== open.peek()) open.value = shown;
  return (
    <Modal name={word('traffic.again.title', { n: again.value?.chunk.seq ?? 0 })} open={open} kind="send-again">
      {again.value && (
        <Form
          again={again.value}
          end={() => {
            again.value = null;
          }}
        />
      )}
    </Modal>
  );
}

/** A message needs no peer: it goes where the chunk went to, or came from. */
function canSend(socket: Socket): boolean {
  const { state } = socket;
  return state === 'CONNECTED' || (isMessages(socket) && state !== 'CLOSED');
}

function nameOf({ id, label, peer_address, local_address }: Socket): string {
  const peer = formatAddress(peer_address);
  const end = peer === null ? formatAddress(local_address) : `→ ${peer}`;
  return [id, printable(label ?? ''), end].filter(Boolean).join(' ');
}

function Form({ again, end }: { again: Again; end: () => void }) {
  const id = useId();
  const sockets = rows.value.map(({ socket }) => socket.value).filter(canSend);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const socketId = textOf(event.currentTarget, 'socket');
    const [times, every] = [Number(form.get('times')), Number(form.get('every'))];
    if (times > 1) repeat(again, socketId, every, times);
    else void sendAndSay(again, socketId);
    end();
  }

  return (
    <form onSubmit={submit}>
      <p class="hint">{counted('traffic.again.bytes', again.bytes?.length ?? again.chunk.size)}</p>
      <label for={`${id}-socket`}>{word('traffic.again.to')}</label>
      <select
        id={`${id}-socket`}
        name="socket"
        required
        defaultValue={again.chunk.socket_id}
        autofocus={again.times === 1}
      >
        {/* Enter must not send to one that nobody chose. */}
        {sockets.every(({ id: other }) => other !== again.chunk.socket_id) && <option value="" />}
        {sockets.map((socket) => (
          <option key={socket.id} value={socket.id} selected={socket.id === again.chunk.socket_id}>
            {nameOf(socket)}
          </option>
        ))}
      </select>
      <label for={`${id}-times`}>{word('traffic.again.times')}</label>
      <input
        id={`${id}-times`}
        name="times"
        type="number"
        min="1"
        max="100000"
        defaultValue={String(again.times)}
        required
        autofocus={again.times > 1}
      />
      <label for={`${id}-every`}>{word('traffic.again.every')}</label>
      <input id={`${id}-every`} name="every" type="number" min="0.05" step="any" defaultValue="1" required />
      <footer class="dialog-foot">
        <button type="button" onClick={end}>
          {word('traffic.again.not')}
        </button>
        <button class="primary">{word('traffic.again.send')}</button>
      </footer>
    </form>
  );
}
