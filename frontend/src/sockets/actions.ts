import { formatAddress } from '../lib/address';
import type { Problem } from '../browser/api';
import { cancel as cancelCall } from '../call/cancel';
import { closeSockets } from '../call/close';
import { make, makeCall, type Arguments, type Made } from '../call/make';
import { receiveCall, receivedText, type Received } from '../call/receiving';
import type { Schemas, Socket } from '../lib/wire';
import { copyText } from '../browser/clipboard';
import { go } from '../browser/router';
import { word } from '../lib/words';
import type { Subject } from '../lib/subject';
import { say } from '../ui/notices';
import type { Waiting } from '../live/protocol';
import { perRun } from '../live/run';
import { socketById } from '../live/sockets';
import { unselect } from './selection';

export interface Failure {
  key: number;
  problem: Problem;
  call: Subject;
  id: string;
}

/** What failed; it stays until it is dismissed. */
export const failures = perRun<readonly Failure[]>([]);

/** More are not read. */
const MOST = 20;

let count = 0;

export async function receive(id: string): Promise<void> {
  const socket = socketById(id)?.peek();
  if (!socket) return;
  const outcome = answered(await make<Received>(receiveCall(socket)));
  if (outcome) say(word('sockets.said.received', { id, text: receivedText(socket, outcome) }));
}

export async function accept(id: string): Promise<void> {
  const outcome = await call<Schemas['Accepted']>(id, 'accept');
  if (!outcome) return;
  say(word('sockets.said.accepted', { id, accepted: outcome.conn.id }));
}

export async function shutdown(id: string): Promise<void> {
  if ((await call(id, 'shutdown', { how: 'SHUT_WR' })) !== undefined) say(word('sockets.said.shut', { id }));
}

/** Asks first where something would be lost. What is closed is selected no more. */
export async function close(ids: readonly string[]): Promise<void> {
  const failed = await closeSockets(ids);
  if (failed === null) return;
  for (const { problem, call } of failed) fail(call.target ?? '', call, problem);
  unselect(ids.filter((id) => failed.every(({ call }) => call.target !== id)));
}

type Copied = 'address' | 'addresses' | 'local' | 'peer' | 'commands';

export async function copy(text: string | null, what: Copied): Promise<void> {
  const name = word(`sockets.copied.${what}`);
  if (text === null) say(word('sockets.said.no-copy', { what: name }));
  else if (await copyText(text)) say(word('sockets.said.copied', { what: text.includes('\n') ? name : text }));
  else say(word('sockets.said.refused'));
}

/** As the server has it. */
const LONGEST_FILTER = 2_000;

/** Of all of them together, from where it is saved as a capture too. */
export function showTrafficOf(ids: readonly string[]): void {
  const filter = ids.map((id) => `socket:${id}`).join(' or ');
  if (filter.length > LONGEST_FILTER) say(word('sockets.said.too-many'));
  else go(`/traffic?${new URLSearchParams({ filter, only: '1' }).toString()}`);
}

/** Ends a call that waits. */
export async function cancel(waiting: Waiting): Promise<void> {
  const failure = await cancelCall(waiting);
  if (failure !== null) say(failure);
}

/** The address that says most: the peer's, else its own. */
export function addressOf({ peer_address, local_address }: Socket): string | null {
  return formatAddress(peer_address) ?? formatAddress(local_address);
}

export function dismiss(key: number): void {
  failures.value = failures.peek().filter((failure) => failure.key !== key);
}

/** The answer, null for an empty one; undefined where the call failed, which is shown. */
async function call<T>(id: string, name: string, args: Arguments = {}): Promise<T | undefined> {
  return answered(await makeCall<T>(name, id, args));
}

function answered<T>(made: Made<T>): T | undefined {
  if (made.ok) return made.value;
  fail(made.call.target ?? '', made.call, made.problem);
  return undefined;
}

function fail(id: string, call: Subject, problem: Problem): void {
  failures.value = [...failures.peek(), { key: count++, id, call, problem }].slice(-MOST);
}
