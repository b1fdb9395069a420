import { formatAddress } from '../lib/address';
import { request, type Problem } from '../browser/api';
import { cancelledText } from '../call/cancelled';
import { closeSockets } from '../call/close';
import { makeCall, type Arguments } from '../call/make';
import type { Schemas, Socket } from '../lib/wire';
import { copyText } from '../browser/clipboard';
import { counted, word } from '../lib/words';
import type { Subject } from '../lib/subject';
import { say } from '../ui/notices';
import type { Waiting } from '../live/protocol';
import { perRun } from '../live/run';
import { showOwnAct } from './own-act';

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

const BUFSIZE = 4096;

export async function receive(id: string): Promise<void> {
  const outcome = await call<Schemas['ReceivedBytes']>(id, 'recv', { bufsize: BUFSIZE });
  if (outcome)
    say(
      outcome.size === 0
        ? word('sockets.said.end', { id })
        : word('sockets.said.received', { size: counted('bytes', outcome.size), id }),
    );
}

export async function accept(id: string): Promise<void> {
  const outcome = await call<Schemas['Accepted']>(id, 'accept');
  if (!outcome) return;
  say(word('sockets.said.accepted', { id, accepted: outcome.conn.id }));
  showOwnAct(outcome.conn.id);
}

export async function shutdown(id: string): Promise<void> {
  if ((await call(id, 'shutdown', { how: 'SHUT_WR' })) !== undefined) say(word('sockets.said.shut', { id }));
}

/** Asks first where something would be lost. */
export async function close(ids: readonly string[]): Promise<void> {
  for (const { problem, call } of await closeSockets(ids)) fail(call.target ?? '', call, problem);
}

type Copied = 'address' | 'addresses' | 'local' | 'peer' | 'commands';

export async function copy(text: string | null, what: Copied): Promise<void> {
  const name = word(`sockets.copied.${what}`);
  if (text === null) say(word('sockets.said.no-copy', { what: name }));
  else if (await copyText(text)) say(word('sockets.said.copied', { what: text.includes('\n') ? name : text }));
  else say(word('sockets.said.refused'));
}

/** Ends a call that waits. */
export async function cancel({ id, call, progress, total }: Waiting): Promise<void> {
  const outcome = await request('DELETE', `/operations/${encodeURIComponent(id)}`);
  say(outcome.ok ? cancelledText({ call, progress, total }) : outcome.problem.detail);
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
  failures.value = [...failures.peek(), { key: count++, id, call, problem }].slice(-MOST);
}
