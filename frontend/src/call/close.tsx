import { useLayoutEffect } from 'preact/hooks';
import { request } from '../browser/api';
import { fewAtOnce } from '../lib/few-at-once';
import { printable } from '../lib/text';
import type { SocketList } from '../lib/wire';
import { counted, word } from '../lib/words';
import { waitings } from '../live/operations';
import type { Waiting } from '../live/protocol';
import { perRun } from '../live/run';
import { socketById } from '../live/sockets';
import { Modal } from '../ui/modal';
import { say } from '../ui/notices';
import { makeCall, type FailedCall } from './make';

/** Closes under way: a browser has few connections to give. */
const AT_ONCE = 8;

/** The close that is to be confirmed: of what, and what would be lost. */
interface Question {
  ids: readonly string[];
  losses: readonly string[];
  answer: (close: boolean) => void;
}

const question = perRun<Question | null>(null);
const isAsked = perRun(false);

/**
 * Asks first where something would be lost, or more than one is closed. What failed is the caller's to tell; null where
 * they were not to be closed after all.
 */
export async function closeSockets(ids: readonly string[]): Promise<readonly FailedCall[] | null> {
  const open = ids.filter((id) => socketById(id)?.peek().state !== 'CLOSED');
  if (open.length === 0) return [];
  if (!(await mayClose(open))) return null;
  const made = await fewAtOnce(open, AT_ONCE, (id) => makeCall('close', id));
  const failed = made.filter((one) => !one.ok);
  if (failed.length < open.length) say(doneText(open, open.length - failed.length));
  return failed;
}

function doneText(ids: readonly string[], closed: number): string {
  const [id = ''] = ids;
  return ids.length === 1 ? word('close.done', { id: printable(id) }) : counted('close.done.many', closed);
}

async function mayClose(ids: readonly string[]): Promise<boolean> {
  const losses = await lossesOf(ids);
  return (ids.length === 1 && losses.length === 0) || ask(ids, losses);
}

function ask(ids: readonly string[], losses: readonly string[]): Promise<boolean> {
  return new Promise((answer) => {
    question.value = { ids, losses, answer };
    isAsked.value = true;
  });
}

/** What is lost with them, a sentence each. */
async function lossesOf(ids: readonly string[]): Promise<string[]> {
  const waits = waitings.peek().filter(({ socket_id }) => socket_id !== null && ids.includes(socket_id));
  return [waitsText(ids, waits), unreadText(ids, await unreadOf(ids))].filter((text) => text !== '');
}

function waitsText(ids: readonly string[], waits: readonly Waiting[]): string {
  const [first] = waits;
  if (first === undefined) return '';
  if (waits.length > 1 || ids.length > 1) return counted('close.waits.many', waits.length);
  return word('close.waits', { call: first.call, id: printable(first.socket_id ?? '') });
}

function unreadText(ids: readonly string[], unread: number | null): string {
  if (unread === 0) return '';
  if (unread === null) return word('close.unread.unknown');
  return ids.length === 1 ? word('close.unread') : counted('close.unread.many', unread);
}

/** How many of them have bytes that were not read; null where the server does not say. */
async function unreadOf(ids: readonly string[]): Promise<number | null> {
  const filter = ids.length === 1 ? `id:${ids[0] ?? ''} has:unread` : 'has:unread';
  const outcome = await request<SocketList>('GET', '/sockets', { query: { filter, limit: 1_000 } });
  return outcome.ok ? outcome.value.items.filter(({ id }) => ids.includes(id)).length : null;
}

/** Mounted once, over the page. */
export function CloseQuestion() {
  // At once: the browser may go forward to the question before the next paint, and it is answered by then.
  useLayoutEffect(
    () =>
      isAsked.subscribe((asked) => {
        if (!asked) settle(false);
      }),
    [],
  );
  if (question.value === null) return null;
  const { ids, losses } = question.value;
  const [id = ''] = ids;
  const name = word('close.question', {
    what: ids.length === 1 ? printable(id) : counted('close.sockets', ids.length),
  });
  return (
    <Modal name={name} open={isAsked} kind="ask">
      {losses.map((loss) => (
        <p key={loss}>{loss}</p>
      ))}
      <footer class="dialog-foot">
        <button
          type="button"
          onClick={() => {
            settle(false);
          }}
        >
          {word('close.keep')}
        </button>
        <button
          type="button"
          class="primary"
          autofocus
          onClick={() => {
            settle(true);
          }}
        >
          {word(ids.length === 1 ? 'close.now' : 'close.now.many')}
        </button>
      </footer>
    </Modal>
  );
}

function settle(close: boolean): void {
  const asked = question.peek();
  question.value = null;
  isAsked.value = false;
  asked?.answer(close);
}
