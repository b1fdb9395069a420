// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { startingAt, type Form } from './form';
import { closeFailed, IDLE, make, making } from './making';
import { attempts } from './steps';

afterEach(() => {
  vi.unstubAllGlobals();
  making.value = IDLE;
});

const form = (address: string): Form => ({ ...startingAt('TCP client'), address });

/** A server that makes `s-1`, `s-2` and refuses so many connections. */
function serving(refusals: number, symbol = 'ECONNREFUSED', kind = 'socket-error') {
  let made = 0;
  let left = refusals;
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, { method }: RequestInit) => {
    asked.push(`${method ?? ''} ${url.replace('/api/v1', '')}`);
    if (url.endsWith('/sockets')) return Promise.resolve(Response.json({ id: `s-${(made += 1)}` }));
    if (!url.endsWith('/connect') || left === 0) return Promise.resolve(new Response(null, { status: 204 }));
    left -= 1;
    return Promise.resolve(Response.json({ kind, symbol, detail: 'no' }, { status: 409 }));
  });
  return asked;
}

const run = (each: Form) => make(each, (answers) => attempts(each, undefined, answers));

test('a connection that works is told by its socket', async () => {
  serving(0);
  expect(await run(form('127.0.0.1:80'))).toBe('s-1');
  expect(making.value.calls.map(({ state }) => state)).toEqual(['done', 'done']);
});

test('a refused connect is tried again on the same socket, with another address too', async () => {
  const asked = serving(2);
  expect(await run(form('127.0.0.1:80'))).toBeNull();
  expect(making.value).toMatchObject({ id: 's-1', failure: { call: { name: 'connect' } } });
  await run(form('127.0.0.1:80'));
  expect(await run(form('127.0.0.1:81'))).toBe('s-1');
  expect(asked).toEqual([
    'POST /sockets',
    'POST /sockets/s-1/connect',
    'POST /sockets/s-1/connect',
    'POST /sockets/s-1/connect',
  ]);
});

test('another family needs another socket, and the failed one is closed', async () => {
  const asked = serving(1);
  await run(form('127.0.0.1:80'));
  expect(await run(form('[::1]:80'))).toBe('s-2');
  expect(asked.slice(2)).toEqual(['DELETE /sockets/s-1', 'POST /sockets', 'POST /sockets/s-2/connect']);
});

test.each([
  ['ETIMEDOUT', 'timeout'],
  ['EALREADY', 'socket-error'],
])('a socket that still connects is not asked again: %s', async (symbol, kind) => {
  const asked = serving(1, symbol, kind);
  await run(form('127.0.0.1:80'));
  expect(await run(form('127.0.0.1:80'))).toBe('s-2');
  expect(asked).toContain('DELETE /sockets/s-1');
});

test('closing the failed one leaves nothing', async () => {
  const asked = serving(1);
  await run(form('127.0.0.1:80'));
  await closeFailed();
  expect(asked.at(-1)).toBe('DELETE /sockets/s-1');
  expect(making.value).toEqual(IDLE);
});
