import { formatAddress } from '../lib/address';
import type { Problem } from '../browser/api';
import { closeSockets } from '../call/close';
import { makeCall, type Arguments } from '../call/make';
import type { Schemas, Socket } from '../lib/wire';
import { copyText } from '../browser/clipboard';
import { counted } from '../lib/format';
import type { Subject } from '../lib/subject';
import { say } from '../ui/notices';
import { perRun } from '../live/run';

export interface Failure {
  key: number;
  problem: Problem;
  call: Subject;
  id: string;
}

/** What failed; it stays until it is dismissed. */
export const failures = perRun<readonly Failure[]>([]);

let count = 0;

const BUFSIZE = 4096;

export async function receive(id: string): Promise<void> {
  const outcome = await call<Schemas['ReceivedBytes']>(id, 'recv', { bufsize: BUFSIZE });
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
  if ((await call(id, 'shutdown', { how: 'SHUT_WR' })) !== undefined) say(`${id} sends no more`);
}

/** Asks first where something would be lost. */
export async function close(ids: readonly string[]): Promise<void> {
  for (const { problem, call } of await closeSockets(ids)) fail(call.target ?? '', call, problem);
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

/** The answer, null for an empty one; undefined where the call failed, which is shown. */
async function call<T>(id: string, name: string, args: Arguments = {}): Promise<T | undefined> {
  const made = await makeCall<T>(name, id, args);
  if (made.ok) return made.value;
  fail(id, made.call, made.problem);
  return undefined;
}

function fail(id: string, call: Subject, problem: Problem): void {
  failures.value = [...failures.peek(), { key: count++, id, call, problem }];
}
