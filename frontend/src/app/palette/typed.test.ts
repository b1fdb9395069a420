// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { typedCall } from './typed';
import { latestOn } from '../../call/runs';
import { place } from '../../browser/router';
import { lookupCalls } from '../../testing/lookups';

vi.mock('../../browser/tables', () => ({
  forgetTables: () => undefined,
  table: (path: string) => (path === '/descriptors' ? { ok: true, value: { items: lookupCalls } } : null),
}));

test.each([
  ['connect 10.0.0.5:80', 'connect 10.0.0.5:80'],
  ['connect [::1]:7000', 'connect [::1]:7000'],
  ['connect @name', 'connect @name'],
  ['connect https://example.org', 'connect https://example.org'],
  ['listen 127.0.0.1:0', 'listen 127.0.0.1:0'],
  ['Listen :8080', 'listen :8080'],
  ['listen 8080', 'listen 8080'],
  ['listen /run/x.sock', 'listen /run/x.sock'],
  ['getaddrinfo example.org', 'getaddrinfo example.org'],
  ['getservbyname http, tcp', 'getservbyname http, tcp'],
])('%s is a call', (text, name) => {
  expect(typedCall(text)?.name).toBe(name);
});

test.each(['connect', 'connect host', 'connect host:99999', 'getaddrinfo', 'getfqdn a b', 'listen', 'listen host'])(
  '%s is none',
  (text) => {
    expect(typedCall(text)).toBeNull();
  },
);

test('a lookup is a place', () => {
  void typedCall('getaddrinfo example.org 80')?.run();
  expect(place.value.pathname + place.value.search).toBe('/names/getaddrinfo?host=example.org&port=80');
});

test('a connect that fails is told at the foot of its socket, where it can be made again', async () => {
  const problem = { kind: 'socket-error', symbol: 'ECONNREFUSED', detail: 'refused' };
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(
      url.endsWith('/connect')
        ? Response.json(problem, { status: 502 })
        : Response.json({ id: 's-5' }, { status: 201 }),
    ),
  );
  void typedCall('connect 127.0.0.1:1')?.run();
  await vi.waitFor(() => {
    expect(latestOn('s-5')).toMatchObject({ call: { name: 'connect' }, run: { kind: 'failed', problem } });
  });
  vi.unstubAllGlobals();
});
