import type { Schemas } from '../lib/wire';
import { word } from '../lib/words';
import { refuse, token } from './session';

/** A failed call is data: what the server says of it. `unreachable` is the one kind that the page adds. */
export type Problem = Partial<Omit<Schemas['Problem'], 'kind'>> & {
  kind: Schemas['Problem']['kind'] | 'unreachable';
  detail: string;
};

type Answer<T> = { ok: true; status: number; value: T } | { ok: false; status: number; problem: Problem };

/** What came of a request, and how many milliseconds it took. */
export type Outcome<T> = Answer<T> & { took: number };

export interface RequestOptions {
  query?: Record<string, string | number | boolean | null | undefined> | undefined;
  /** A blob goes as it is, anything else as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  /** Names a POST, whose first answer a repeat gets. */
  key?: string;
}

export const BASE = '/api/v1';

/** Never throws but for an abort. A token that the server does not know signs the page out. */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<Outcome<T>> {
  const began = performance.now();
  const answer = await ask(method, path, options, 'application/json', answerOf<T>);
  return { ...(answer ?? NO_ANSWER), took: performance.now() - began };
}

/** The bytes of an answer as they are; null when they are gone or the server does not answer. */
export async function requestBytes(
  path: string,
  options: RequestOptions = {},
): Promise<Uint8Array<ArrayBuffer> | null> {
  return ask('GET', path, options, '*/*', async (response) =>
    response.ok ? new Uint8Array(await response.arrayBuffer()) : null,
  );
}

/** An answer that may be larger than the page's memory: the browser keeps it. Null as above. */
export async function requestBlob(path: string, options: RequestOptions = {}): Promise<Blob | null> {
  return ask('GET', path, options, '*/*', async (response) => (response.ok ? response.blob() : null));
}

/** The bytes of an answer as they come. What breaks it off, or ends it, is an error of its reader. */
export async function requestStream(
  path: string,
  signal: AbortSignal,
): Promise<Answer<ReadableStream<Uint8Array<ArrayBuffer>>>> {
  const answer = await ask('GET', path, { signal }, '*/*', async (response) => {
    const { ok, status, body } = response;
    return ok && body
      ? { ok, status, value: body }
      : { ok: false as const, status, problem: await problemOf(response) };
  });
  return answer ?? NO_ANSWER;
}

/** Whether the server takes this token; null when it does not answer. */
export async function isAuthentic(candidate: string): Promise<boolean | null> {
  try {
    const { status } = await call('GET', `${BASE}/operations`, candidate, 'application/json');
    return status !== 401 && status !== 429;
  } catch {
    return null;
  }
}

const NO_ANSWER: Answer<never> = {
  ok: false,
  status: 0,
  problem: {
    kind: 'unreachable',
    detail: word('api.unreachable'),
  },
};

/** Null when no whole answer came: the body may break off as well. */
async function ask<A>(
  method: string,
  path: string,
  options: RequestOptions,
  accept: string,
  read: (response: Response) => Promise<A>,
): Promise<A | null> {
  try {
    return await read(await call(method, BASE + path + queryOf(options.query), token.peek() ?? '', accept, options));
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return null;
  }
}

function call(
  method: string,
  url: string,
  bearer: string,
  accept: string,
  { body, signal, key = newKey() }: RequestOptions = {},
): Promise<Response> {
  const isRaw = body instanceof Blob;
  return fetch(url, {
    method,
    headers: {
      Authorization: `Bearer ${bearer}`,
      Accept: `${accept}, application/problem+json`,
      ...(method === 'POST' && { 'Idempotency-Key': key }),
      ...(body !== undefined && { 'Content-Type': isRaw ? 'application/octet-stream' : 'application/json' }),
    },
    cache: 'no-store',
    credentials: 'omit',
    ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

/** A browser may send a request again of which the connection broke: it is made once. */
export function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

function queryOf(query: RequestOptions['query'] = {}): string {
  const present = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const text = new URLSearchParams(present.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const { ok, status } = response;
  if (status === 401) refuse();
  return ok
    ? { ok, status, value: (status === 204 ? null : await response.json()) as T }
    : { ok, status, problem: await problemOf(response) };
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return { kind: 'internal', detail: word('api.unexplained', { status: response.status }) };
  }
}
