import { percent } from '../call/operation-card';
import { bytes } from '../lib/format';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { waitingOn } from '../live/operations';
import { dismiss, transfers, type Transfer } from './transfers';

/** What goes between this socket and files of the person's, and the way out of it. */
export function TransferCards({ socketId }: { socketId: string }) {
  return (
    <>
      {transfersOn(socketId).map((transfer) => (
        <Card key={transfer.id} transfer={transfer} />
      ))}
    </>
  );
}

export function transfersOn(id: string): readonly Transfer[] {
  return transfers.value.filter(({ socketId }) => socketId === id);
}

/** The call has its card here. */
export function isTransferred(id: string, call: string): boolean {
  return transfersOn(id).some((transfer) => transfer.call === call && transfer.told.value === null);
}

function Card({ transfer: { id, socketId, call, name, total, moved, told, stop } }: { transfer: Transfer }) {
  // What is sent only the server counts.
  const waiting = waitingOn(socketId).find((one) => one.call === call);
  const size = total === null ? moved.value : (waiting?.progress ?? 0);
  const isOver = told.value !== null;
  return (
    <div class="operation-card" role="group" aria-label={word(`stream.${call}`, { name: printable(name) })}>
      <span aria-hidden="true">{call === 'send_stream' ? '→' : '←'}</span>
      <span>{word(`stream.${call}`, { name: printable(name) })}</span>
      {!isOver && total !== null && <progress max={total} value={size} aria-label={word('stream.progress')} />}
      {!isOver && (
        <span class="hint">{total === null ? bytes(size) : `${percent(size, total)} · ${bytes(total)}`}</span>
      )}
      <span role="status">{told.value === null ? '' : printable(told.value)}</span>
      <span class="buttons">
        <button
          type="button"
          class="small"
          onClick={() => {
            if (isOver) dismiss(id);
            else stop();
          }}
        >
          {word(isOver ? 'socket.dismiss' : 'stream.stop')}
        </button>
      </span>
    </div>
  );
}
