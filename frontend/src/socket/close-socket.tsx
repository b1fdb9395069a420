import { useSignal } from '@preact/signals';
import { request, type Problem } from '../browser/api';
import type { Socket, SocketList } from '../lib/wire';
import { useKeys } from '../browser/keys';
import { say } from '../ui/notices';
import { waitingOn } from '../live/operations';
import { ErrnoCard } from '../errors/errno-card';
import { Modal } from '../ui/modal';

const CLOSE = { name: 'close', text: 'close()' };

/** Asks first where something would be lost. */
export function CloseSocket({ socket: { id } }: { socket: Socket }) {
  const asking = useSignal(false);
  const loss = useSignal('');
  const problem = useSignal<Problem | null>(null);

  async function close(): Promise<void> {
    loss.value = await lossOf(id);
    if (loss.value === '') await closeNow();
    else asking.value = true;
  }

  async function closeNow(): Promise<void> {
    asking.value = false;
    const outcome = await request('DELETE', `/sockets/${encodeURIComponent(id)}`);
    problem.value = outcome.ok ? null : outcome.problem;
    if (outcome.ok) say(`Closed ${id}`);
  }

  useKeys({ x: () => void close() });
  return (
    <>
      <button type="button" onClick={() => void close()}>
        Close
      </button>
      {problem.value !== null && <ErrnoCard problem={problem.value} call={CLOSE} onRetry={() => void closeNow()} />}
      <Modal name={`Close ${id}?`} open={asking} kind="ask">
        <h2>Close {id}?</h2>
        <p>{loss}</p>
        <p class="buttons">
          <button type="button" class="primary" onClick={() => void closeNow()}>
            Close socket
          </button>
          <button
            type="button"
            onClick={() => {
              asking.value = false;
            }}
          >
            Keep open
          </button>
        </p>
      </Modal>
    </>
  );
}

async function lossOf(id: string): Promise<string> {
  const [waiting] = waitingOn(id);
  if (waiting) return `${waiting.call} waits on it, and ends with EBADF.`;
  return (await hasUnread(id)) ? 'It has received bytes that have not been read.' : '';
}

async function hasUnread(id: string): Promise<boolean> {
  const outcome = await request<SocketList>('GET', '/sockets', { query: { filter: `id:${id} has:unread` } });
  return outcome.ok && outcome.value.total > 0;
}
