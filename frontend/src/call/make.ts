import type { Outcome, Problem } from '../browser/api';
import type { Subject, Where } from '../lib/subject';
import type { Socket } from '../lib/wire';
import { showOwnAct } from '../live/own-act';
import { curlCall } from './curl';
import { written, type Argument } from './python';
import { waitFor, type Wait } from './waiting-call';

/** A call that can be made: on what, by which request, and how a person writes it. */
export interface Call extends Subject {
  /** The id of a socket or of a file; null where the call makes one, or is about none. */
  target: string | null;
  method: string;
  path: string;
  query?: Record<string, string>;
  body?: unknown;
}

export type Arguments = Readonly<Record<string, unknown>>;

/** What came of a call, and which it was. */
export type Made<T> = Outcome<T> & { call: Call };
export type FailedCall = { ok: false; problem: Problem; call: Call };

/**
 * The page's one way to make a call, as `Dispatch` is the server's: it waits on where the server ended the request
 * alone, and a failure is data that says which call it was of. Never throws.
 *
 * @param kept the wait that a reload cut off, which goes on
 */
export async function make<T>(call: Call, kept?: Wait): Promise<Made<T>> {
  const outcome = await waitFor<T>(call, kept);
  if (outcome.ok && MAKERS.has(call.name)) madeBy(outcome.value as Making).forEach(showOwnAct);
  return { ...outcome, call };
}

const MAKERS = new Set(['socket', 'socketpair', 'accept', 'dup', 'fromfd']);

type Making = Partial<Socket> & { conn?: Socket; sockets?: readonly Socket[] };

/** What appears in the list by it. */
function madeBy({ id, conn, sockets }: Making): string[] {
  return sockets?.map((one) => one.id) ?? [conn?.id ?? id].filter((made) => made !== undefined);
}

/** `makeCall('bind', 's-1', { address: { host: '127.0.0.1', port: 0 } })`; what is undefined is not given. */
export function makeCall<T = null>(name: string, target: string | null, args: Arguments = {}): Promise<Made<T>> {
  return make<T>(callOf(name, target, args));
}

/** The arguments in the order in which Python takes them. */
export function callOf(name: string, target: string | null, args: Arguments = {}): Call {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const [method, path] = requestOf(name);
  return {
    name,
    target,
    method,
    path: path.replace('{id}', encodeURIComponent(target ?? '')),
    text: written(name, argumentsOf(given)),
    at: args.address as Where | undefined,
    ...(method === 'GET' && { query: Object.fromEntries(given.map(([key, value]) => [key, String(value)])) }),
    ...(method === 'POST' && { body: Object.fromEntries(given) }),
  };
}

/** The same in a program, which names the module of each constant and has all of the bytes. */
export function programOf(name: string, args: Arguments): string {
  return written(name, argumentsOf(Object.entries(args)), 'socket.');
}

/** As a command for a shell. */
export function curlOf(call: Call): string {
  return curlCall(location.origin, call);
}

function requestOf(name: string): readonly [string, string] {
  return OTHERS[name] ?? [READS.test(name) ? 'GET' : 'POST', `/sockets/{id}/${name}`];
}

/** Those that are not of a socket, or not under their name. */
const OTHERS: Record<string, readonly [string, string]> = {
  socket: ['POST', '/sockets'],
  socketpair: ['POST', '/sockets/socketpair'],
  fromfd: ['POST', '/sockets/fromfd'],
  select: ['POST', '/select'],
  close: ['DELETE', '/sockets/{id}'],
};
const READS = /^(?:get|ioctl$|fileno$|tcp_info$)/;

/** What the server takes beside the arguments of the call. */
export const NOT_PYTHON = new Set(['after', 'at', 'label', 'wait']);

/** How an argument of this name is written; one that is not here as the value that it is. */
const TYPES: Record<string, string> = {
  family: 'constant',
  type: 'constant',
  proto: 'constant',
  level: 'constant',
  optname: 'constant',
  how: 'constant',
  request: 'constant',
  flags: 'flags',
  data: 'bytes',
  text: 'text',
  address: 'address',
  buffers: 'buffers',
  ancdata: 'ancillary',
};

function argumentsOf(given: readonly (readonly [string, unknown])[]): Argument[] {
  return given.filter(([name]) => !NOT_PYTHON.has(name)).map(([name, value]) => [TYPES[name] ?? '', value]);
}
