import { signal, useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useId } from 'preact/hooks';
import { bytes } from '../lib/format';
import { word } from '../lib/words';
import { Modal } from '../ui/modal';
import { sendFile } from './transfers';

const open = signal(false);

export function askForFile(): void {
  open.value = true;
}

/** Asks which file goes to the peer, and whether the stream ends with it. */
export function SendFile({ socketId }: { socketId: string }) {
  return (
    <Modal name={word('socket.more.send-file')} open={open} kind="send-again">
      <Form socketId={socketId} />
    </Modal>
  );
}

function Form({ socketId }: { socketId: string }) {
  const id = useId();
  const file = useSignal<File | undefined>(undefined);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!file.value) return;
    void sendFile(socketId, file.value, new FormData(event.currentTarget).has('shutdown'));
    open.value = false;
  }

  return (
    <form onSubmit={submit}>
      <label for={id}>{word('stream.file')}</label>
      <input
        id={id}
        type="file"
        required
        onChange={({ currentTarget }) => {
          file.value = currentTarget.files?.[0];
        }}
      />
      <label class="check">
        <input type="checkbox" name="shutdown" /> {word('stream.shutdown')}
      </label>
      <footer class="dialog-foot">
        <button
          type="button"
          onClick={() => {
            open.value = false;
          }}
        >
          {word('traffic.again.not')}
        </button>
        <button class="primary" aria-disabled={!file.value}>
          {file.value ? word('composer.send.size', { size: bytes(file.value.size) }) : word('composer.send')}
        </button>
      </footer>
    </form>
  );
}
