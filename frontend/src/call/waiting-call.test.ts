import { expect, test, vi } from 'vitest';
import { callOf } from './make';
import { begunAt, nameOf, waitFor } from './waiting-call';

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
  const answer = waitFor(callOf('recv', 's-1'));
  expect(begunAt(name)).toBeDefined();
  expect(await answer).toMatchObject({ ok: true, value: { size: 1 } });
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(begunAt(name)).toBeUndefined();
  vi.unstubAllGlobals();
});
