import { request, type Outcome, type Problem } from '../browser/api';
import type { LastRun } from '../live/last-run';
import { answerBy, settingsOf, type Responder } from '../live/responder';
import { conditionOf } from '../live/state-look';
import type { Address, Socket, SocketList } from '../lib/wire';

/** One that could not be made, or not be made into what it was. */
export interface NotMade {
  socket: Socket;
  call: string;
  problem: Problem;
}

interface Call {
  name: string;
  method: 'POST' | 'PUT';
  path: string;
  body: object;
}

/** Seconds; a peer that is gone must not hold up the others. */
const PATIENCE = 5;

/** What a peer, a message or another socket brought cannot be made by a call of its own. */
export function canBeMade({ origin, parent }: Socket): boolean {
  return parent === null && origin !== 'socketpair';
}

/** Those that are to be made, without those that are there: another tab may have made them. */
export function wantedOf(run: LastRun, present: readonly Socket[]): Socket[] {
  const there = present.map(likeness);
  return run.sockets.filter(canBeMade).filter((socket) => {
    const at = there.indexOf(likeness(socket));
    if (at >= 0) there.splice(at, 1);
    return at < 0;
  });
}

function likeness(socket: Socket): string {
  const { family, type, proto, label, state, local_address: local, peer_address: peer } = socket;
  return JSON.stringify([family, type, proto, label, state, isBound(socket) ? local : null, peer]);
}

/** A listener on another port than it had, which is taken. */
export interface Moved {
  socket: Socket;
  port: number;
}

/** What came of it: those that could not be made, and those that were, but whose responder is not put back. */
export interface Remade {
  failed: readonly NotMade[];
  moved: readonly Moved[];
  unanswered: readonly Socket[];
}

/** Listeners come first: others of the list may connect to them. */
export async function remake(run: LastRun, onMade: () => void): Promise<Remade> {
  const present = await request<SocketList>('GET', '/sockets', { query: { limit: 1_000 } });
  const wanted = wantedOf(run, present.ok ? present.value.items : []).sort((a, b) => rank(a) - rank(b));
  const failed: NotMade[] = [];
  const moved: Moved[] = [];
  const unanswered: Socket[] = [];
  for (const socket of wanted) {
    const outcome = await make(socket, callsOf(towards(socket, moved), run.calls), moved);
    if (typeof outcome !== 'string') {
      failed.push(outcome);
      continue;
    }
    if (!(await putBack(outcome, socket, run.responders?.[socket.id]))) unanswered.push(socket);
    onMade();
  }
  return { failed, moved, unanswered };
}

/** False where it is not as it was. */
async function putBack(id: string, { responder }: Socket, known: Responder | undefined): Promise<boolean> {
  if (responder === null) return true;
  const told = known?.reply === responder ? known : undefined;
  if (told?.state === 'stopped') return true;
  const body = bodyFor(responder, told);
  return body !== null && (await answerBy(id, body)) === null;
}

/** These need no more to be said than that. */
const WHOLE = new Set(['none', 'echo', 'discard', 'daytime', 'chargen']);

/** What has it answer so again; null where the page does not know all of it, or where an id is now another socket's. */
export function bodyFor(reply: string, known: Responder | undefined): object | null {
  if (known) return typeof known.recorded === 'string' ? null : settingsOf(known);
  return WHOLE.has(reply) ? { reply } : null;
}

function rank({ state }: Socket): number {
  return state === 'CONNECTED' ? 1 : 0;
}

/** A client of a listener that moved goes where that is now. */
function towards(socket: Socket, moved: readonly Moved[]): Socket {
  const { peer_address: peer } = socket;
  const to = moved.find((one) => peer !== null && isAt(one.socket, peer, socket));
  return to && peer ? { ...socket, peer_address: { ...peer, port: to.port } } : socket;
}

/** One on all addresses is reached by any of this host, which the client had for its own too. */
function isAt({ local_address: at }: Socket, { host, port }: Address, { local_address: own }: Socket): boolean {
  return at?.port === port && (at?.host === host || (isAll(at?.host) && own?.host === host));
}

function isAll(host: string | undefined): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Its id. Half a socket is none: what could not be finished is closed. */
async function make(socket: Socket, calls: readonly Call[], moved: Moved[]): Promise<NotMade | string> {
  const { family, type, proto, label } = socket;
  const made = await request<Socket>('POST', '/sockets', { body: { family, type, proto, ...(label && { label }) } });
  if (!made.ok) return { socket, call: 'socket', problem: made.problem };
  const { id } = made.value;
  for (const call of calls) {
    const outcome = await ask(id, call);
    if (outcome.ok || (isTaken(call, outcome.problem) && (await move(id, socket, moved)))) continue;
    await request('DELETE', `/sockets/${encodeURIComponent(id)}`);
    return { socket, call: call.name, problem: outcome.problem };
  }
  return id;
}

function ask(id: string, { method, path, body }: Omit<Call, 'name'>): Promise<Outcome<unknown>> {
  return request(method, `/sockets/${encodeURIComponent(id)}/${path}`, { body, query: { wait: PATIENCE } });
}

function isTaken({ name }: Call, { symbol }: Problem): boolean {
  return name === 'bind' && symbol === 'EADDRINUSE';
}

/** To a port that is free; only a listener has clients that find it there. */
async function move(id: string, socket: Socket, moved: Moved[]): Promise<boolean> {
  const { state, local_address: local } = socket;
  if (state !== 'LISTENING' || local?.port === undefined) return false;
  const bound = await ask(id, post('bind', { address: { ...bare(local), port: 0 } }));
  const now = bound.ok ? await request<Socket>('GET', `/sockets/${encodeURIComponent(id)}`) : null;
  const port = now?.ok ? now.value.local_address?.port : undefined;
  if (port !== undefined) moved.push({ socket, port });
  return port !== undefined;
}

/** What made the socket what it was, as far as the page knows. */
export function callsOf(socket: Socket, log: LastRun['calls']): Call[] {
  const { id, state, local_address: local, peer_address: peer, timeout } = socket;
  const own = log.filter(({ socket_id }) => socket_id === id);
  return [
    ...own.flatMap(({ text }) => optionIn(text) ?? []),
    ...(local && isBound(socket) ? [post('bind', { address: bare(local) })] : []),
    ...(state === 'LISTENING' ? [post('listen', backlogIn(own))] : []),
    ...(peer && state === 'CONNECTED' ? [post('connect', { address: bare(peer) })] : []),
    ...(timeout === null ? [] : [post('settimeout', { timeout })]),
  ];
}

/** The port of a stream that is, was or should have been connected was the kernel's choice. */
function isBound(socket: Socket): boolean {
  const condition = conditionOf(socket);
  return condition === 'BOUND' || condition === 'LISTENING' || (condition === 'CONNECTED' && isDatagram(socket));
}

function isDatagram({ type }: Socket): boolean {
  return type === 'SOCK_DGRAM';
}

const OPTION = /^set_option\('(\w+)', (-?[\d.]+)\)$/;
const SOCKOPT = /^setsockopt\((\w+), (\w+), (-?\d+)\)$/;

/** Options whose value is more than a number stand shortened in the list of calls. */
function optionIn(text: string): Call | null {
  const [, option, set] = OPTION.exec(text) ?? [];
  if (option !== undefined)
    return { name: option, method: 'PUT', path: `options/${option}`, body: { value: Number(set) } };
  const [, level, optname, value] = SOCKOPT.exec(text) ?? [];
  return level === undefined ? null : post('setsockopt', { level, optname, value: Number(value) });
}

function backlogIn(calls: LastRun['calls']): object {
  const [, backlog] = /^listen\((\d+)\)$/.exec(calls.findLast(({ call }) => call === 'listen')?.text ?? '') ?? [];
  return backlog === undefined ? {} : { backlog: Number(backlog) };
}

function post(name: string, body: object): Call {
  return { name, method: 'POST', path: name, body };
}

function bare(address: Address): object {
  return Object.fromEntries(Object.entries(address).filter(([name]) => name !== 'family'));
}
