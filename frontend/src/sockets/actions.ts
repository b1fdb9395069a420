import { formatAddress } from '../lib/address';
import { request, type Problem } from '../browser/api';
import type { Schemas, Socket, SocketList } from '../lib/wire';
import { copyText } from '../browser/clipboard';
import { counted } from '../lib/format';
import type { Subject } from '../lib/subject';
import { say } from '../ui/notices';
import { perRun } from '../live/run';
import { socketById } from '../live/sockets';
import { firstWaitingOn } from './waiting';

export interface Failure {
  key: number;
  problem: Problem;
  call: Subject;
  id: string;
}

/** What failed; it stays until it is dismissed. */
export const failures = perRun<readonly Failure[]>([]);

/** The close that is to be confirmed: whose, and what would be lost. */
export const doubt = perRun<{ ids: readonly string[]; loss: string }>({ ids: [], loss: '' });
export const isDoubtful = perRun(false);

let count = 0;

const BUFSIZE = 4096;

export async function receive(id: string): Promise<void> {
  const outcome = await call<Schemas['ReceivedBytes']>(id, 'recv', String(BUFSIZE), { bufsize: BUFSIZE });
  if (outcome)
    say(
      outcome.size === 0 ? `The peer of ${id} closed its side` : `Received ${counted(outcome.size, 'byte')} on ${id}`,
    );
}

export async function accept(id: string): Promise<void> {
  const outcome = await call<Schemas['Accepted']>(id, 'accept');
  if (outcome) say(`${id} accepted ${outcome.conn.id}`);
}

export async function shutdown(id: string): Promise<void> {
  if ((await call(id, 'shutdown', 'socket.SHUT_WR', { how: 'SHUT_WR' })) !== undefined) say(`${id} sends no more`);
}

/** Asks first where something would be lost. */
export async function close(ids: readonly string[]): Promise<void> {
  const open = ids.filter((id) => socketById(id)?.peek().state !== 'CLOSED');
  const loss = await lossOf(open);
  if (loss === null) await closeNow(open);
  else ask(open, loss);
}

export async function closeNow(ids: readonly string[]): Promise<void> {
  const outcomes = await Promise.all(
    ids.map(async (id) => ({ id, outcome: await request('DELETE', `/sockets/${encodeURIComponent(id)}`) })),
  );
  for (const { id, outcome } of outcomes)
    if (!outcome.ok) fail(id, { name: 'close', text: 'close()' }, outcome.problem);
  const closed = outcomes.filter(({ outcome }) => outcome.ok).length;
  if (closed > 0)
    say(closed === 1 && ids.length === 1 ? `Closed ${ids[0] ?? ''}` : `Closed ${counted(closed, 'socket')}`);
}

export async function copy(text: string | null, what: string): Promise<void> {
  if (text === null) say(`There is no ${what} to copy`);
  else say((await copyText(text)) ? `Copied ${text.includes('\n') ? what : text}` : 'The browser refused to copy');
}

/** The address that says most: the peer's, else its own. */
export function addressOf({ peer_address, local_address }: Socket): string | null {
  return formatAddress(peer_address) ?? formatAddress(local_address);
}

export function dismiss(key: number): void {
  failures.value = failures.peek().filter((failure) => failure.key !== key);
}

function ask(ids: readonly string[], loss: string): void {
  doubt.value = { ids, loss };
  isDoubtful.value = true;
}

async function lossOf(ids: readonly string[]): Promise<string | null> {
  const waiting = ids.map(firstWaitingOn).find((found) => found !== undefined);
  if (waiting) return `${waiting.call} waits on ${waiting.socket_id ?? ''} and ends with an error.`;
  const [id] = ids;
  if (id === undefined || ids.length > 1 || !(await hasUnread(id))) return null;
  return 'Received bytes have not been read.';
}

async function hasUnread(id: string): Promise<boolean> {
  const outcome = await request<SocketList>('GET', '/sockets', { query: { filter: `id:${id} has:unread` } });
  return outcome.ok && outcome.value.total === 1;
}

/** The answer, null for an empty one; undefined where the call failed, which is shown. */
async function call<T>(id: string, name: string, argument = '', body?: object): Promise<T | undefined> {
  const outcome = await request<T>('POST', `/sockets/${encodeURIComponent(id)}/${name}`, { body });
  if (outcome.ok) return outcome.value;
  fail(id, { name, text: `${name}(${argument})` }, outcome.problem);
  return undefined;
}

function fail(id: string, call: Subject, problem: Problem): void {
  failures.value = [...failures.peek(), { key: count++, id, call, problem }];
}
