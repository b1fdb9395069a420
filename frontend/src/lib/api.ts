import type { components } from '../../generated/openapi';
import { refuse, token } from '../stores/session';

/** The shapes of the REST interface, from the server's own OpenAPI document. */
export type Schemas = components['schemas'];

/** What a schema calls optional is null on the wire. */
export type Wire<T> = { [K in keyof T]-?: undefined extends T[K] ? NonNullable<T[K]> | null : T[K] };

export type Address = Schemas['Address'];
export type Socket = Wire<Schemas['Socket']>;
export type SocketState = Socket['state'];

export interface SocketList {
  items: Socket[];
  total: number;
}

/** A failed call is data: what the server says of it. `unreachable` is the one kind that the page adds. */
export type Problem = Partial<Omit<Schemas['Problem'], 'kind'>> & {
  kind: Schemas['Problem']['kind'] | 'unreachable';
  detail: string;
};

/** What came of a request, and how many milliseconds it took. */
export type Outcome<T> =
  { ok: true; status: number; value: T; took: number } | { ok: false; status: number; problem: Problem; took: number };

export interface RequestOptions {
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

export const BASE = '/api/v1';

/** Never throws but for an abort. A token that the server does not know signs the page out. */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<Outcome<T>> {
  const began = performance.now();
  const took = () => performance.now() - began;
  const response = await respond(method, path, options);
  if (response === null) return { ok: false, status: 0, problem: UNREACHABLE, took: took() };
  const { status } = response;
  if (status === 401) refuse();
  if (!response.ok) return { ok: false, status, problem: await problemOf(response), took: took() };
  const value = (status === 204 ? null : await response.json()) as T;
  return { ok: true, status, value, took: took() };
}

/** The bytes of an answer as they are; null when they are gone or the server does not answer. */
export async function requestBytes(
  path: string,
  options: RequestOptions = {},
): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await respond('GET', path, options, '*/*');
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** Whether the server takes this token; null when it does not answer. */
export async function isAuthentic(candidate: string): Promise<boolean | null> {
  try {
    return (await call('GET', `${BASE}/byteorder/htons?x=0`, candidate)).status !== 401;
  } catch {
    return null;
  }
}

const UNREACHABLE: Problem = {
  kind: 'unreachable',
  detail: 'The server does not answer. Check that it runs and that this page still reaches it.',
};

async function respond(
  method: string,
  path: string,
  options: RequestOptions,
  accept?: string,
): Promise<Response | null> {
  try {
    return await call(method, BASE + path + queryOf(options.query), token.peek() ?? '', options, accept);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return null;
  }
}

function call(
  method: string,
  url: string,
  bearer: string,
  { body, signal }: RequestOptions = {},
  accept = 'application/json',
): Promise<Response> {
  return fetch(url, {
    method,
    headers: {
      Authorization: `Bearer ${bearer}`,
      Accept: `${accept}, application/problem+json`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    cache: 'no-store',
    credentials: 'omit',
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

function queryOf(query: RequestOptions['query'] = {}): string {
  const present = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const text = new URLSearchParams(present.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return { kind: 'internal', detail: `The server answered ${response.status} without saying why.` };
  }
}
