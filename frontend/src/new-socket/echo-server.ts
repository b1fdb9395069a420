import { request, type Outcome } from '../browser/api';
import { makeCall, type FailedCall } from '../call/make';
import type { Schemas, Socket } from '../lib/wire';
import { failing } from '../live/age';
import { sameRun } from '../live/run';

/** Seconds; one request at a time waits for everything, since a browser has few connections to give. */
const PATIENCE = 20;
const BUFSIZE = 65_536;

const TCP = { family: 'AF_INET', type: 'SOCK_STREAM' };

export interface Started {
  id: string;
  port: number;
}

export type NotStarted = FailedCall;

export function told(result: Started | NotStarted): string {
  return 'port' in result
    ? `${result.id} listens on 127.0.0.1:${result.port}. It echoes while this page is open`
    : `${result.call.text}: ${result.problem.detail}`;
}

/** Makes a listener on a free port of this host and echoes what comes to it, while this page and it are open. */
export async function startEchoServer(): Promise<Started | NotStarted> {
  const made = await makeCall<Socket>('socket', null, { ...TCP, label: 'echo server' });
  if (!made.ok) return made;
  const { id } = made.value;
  const bound = await makeCall('bind', id, { address: { host: '127.0.0.1', port: 0 } });
  if (!bound.ok) return bound;
  const listening = await makeCall('listen', id);
  if (!listening.ok) return listening;
  const name = await makeCall<Schemas['Address']>('getsockname', id);
  void serve(id);
  return { id, port: name.ok ? (name.value.port ?? 0) : 0 };
}

/** As a server of one thread does it: select, then accept and recv where they do not wait. */
async function serve(listener: string): Promise<void> {
  const isSame = sameRun();
  let open: string[] = [listener];
  while (isSame() && open.includes(listener)) {
    const ready = await makeCall<Schemas['Selected']>('select', null, {
      read: open,
      write: [],
      except: [],
      timeout: PATIENCE,
    });
    const results = ready.ok
      ? await Promise.all(ready.value.read.map((id) => (id === listener ? accept(id) : echo(id))))
      : [];
    open = ready.ok ? [...open, ...results.flatMap(({ came }) => came)] : await stillOpen(open);
    open = open.filter((id) => !results.some(({ left }) => left === id));
  }
  if (isSame()) await Promise.all(open.map(close));
}

interface Turn {
  came: string[];
  left?: string;
}

async function accept(listener: string): Promise<Turn> {
  const outcome = await makeCall<Schemas['Accepted']>('accept', listener);
  if (!outcome.ok) return isClosed(outcome) ? { came: [], left: listener } : { came: [] };
  void request('PUT', `/sockets/${outcome.value.conn.id}/label`, { body: { label: 'echo' } });
  return { came: [outcome.value.conn.id] };
}

/** The end of the stream is answered with ours. */
async function echo(id: string): Promise<Turn> {
  const received = await makeCall<Schemas['ReceivedBytes']>('recv', id, { bufsize: BUFSIZE });
  const isEnd = !received.ok || received.value.size === 0;
  const sent = !isEnd && (await makeCall('sendall', id, { data: received.value.data })).ok;
  if (sent) return { came: [] };
  await close(id);
  return { came: [], left: id };
}

/** Someone closed one of them; while the server does not answer, all may be open. */
async function stillOpen(ids: readonly string[]): Promise<string[]> {
  const states = await Promise.all(ids.map((id) => request<Socket>('GET', `/sockets/${id}`)));
  if (failing.peek() || states.some(({ status }) => status === 0)) await untilGreeted();
  return ids.filter((_, index) => !isClosed(states[index]));
}

/** The server says at once which run it is, when it is there again. */
async function untilGreeted(): Promise<void> {
  do await new Promise((done) => setTimeout(done, 1_000));
  while (failing.peek());
}

function isClosed(outcome: Outcome<unknown> | undefined): boolean {
  if (outcome?.ok) return (outcome.value as Partial<Socket>).state === 'CLOSED';
  return outcome !== undefined && [401, 404, 410].includes(outcome.status);
}

async function close(id: string): Promise<void> {
  await makeCall('close', id);
}
