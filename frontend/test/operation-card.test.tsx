// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { cancelledText } from '../src/components/cancelled';
import { percent } from '../src/components/operation-card';
import { elapsed } from '../src/lib/elapsed';
import { begunAt, nameOf, waitFor } from '../src/lib/waiting-call';

test('time that passes is shown as a clock', () => {
  expect(elapsed(12_999)).toBe('00:12');
  expect(elapsed(100_000)).toBe('01:40');
  expect(elapsed(3_723_000)).toBe('1:02:03');
  expect(elapsed(-500)).toBe('00:00');
});

test('a cancel says what it did', () => {
  expect(cancelledText({ call: 'recv', progress: 0, total: null })).toBe(
    'Cancelled. Nothing was received. The socket is still open.',
  );
  expect(cancelledText({ call: 'sendall', progress: 3_407_872, total: 8_388_608 })).toBe(
    'Cancelled after sending 3,407,872 of 8,388,608 bytes. The socket is still open.',
  );
});

test('a part is rounded down: all is all', () => {
  expect(percent(3_407_872, 8_388_608)).toBe('40 %');
  expect(percent(8_388_607, 8_388_608)).toBe('99 %');
});

test('a request that the server ended without consuming anything is made again, as one wait', async () => {
  const answers = [
    { status: 504, body: { kind: 'timeout', detail: '', retry: true } },
    { status: 200, body: { size: 1 } },
  ];
  const fetched = vi.fn(() => {
    const { status, body } = answers[fetched.mock.calls.length - 1] ?? { status: 500, body: {} };
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  vi.stubGlobal('fetch', fetched);
  const name = nameOf('s-1', 'recv');
  const answer = waitFor('POST', '/sockets/s-1/recv', { name });
  expect(begunAt(name)).toBeDefined();
  expect(await answer).toMatchObject({ ok: true, value: { size: 1 } });
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(begunAt(name)).toBeUndefined();
  vi.unstubAllGlobals();
});
