// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { Waiting } from '../live/protocol';
import { showWaitings } from '../live/operations';
import { callOf } from './make';
import { keepWaits, resumeWaits, run, runOf } from './runs';

const call = callOf('recv', 's-1', { bufsize: 1 });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

function lookAtMany(): void {
  for (let other = 0; other < 200; other++) runOf(`s-${other + 10}`, 'recv');
}

test('an answer stays while the page goes elsewhere and comes back', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ size: 0 })));
  await run(call);
  runOf('s-2', 'recv');
  expect(runOf('s-1', 'recv').peek().kind).toBe('answered');
});

test('of many answers those stay that were looked at last', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ size: 0 })));
  await run(call);
  lookAtMany();
  expect(runOf('s-1', 'recv').peek().kind).toBe('none');
});

test('a call that waits is told of however much is looked at meanwhile', () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  void run({ ...call, target: 's-2' });
  lookAtMany();
  expect(runOf('s-2', 'recv').peek().kind).toBe('waiting');
});

test('a call that a reload cut off is asked for again by its key until it has ended, and told where it was made', async () => {
  vi.useFakeTimers();
  const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() => new Promise(() => undefined));
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    url.includes('s-3') ? asked(url, init) : new Promise(() => undefined),
  );
  void run(callOf('recv', 's-3'));
  keepWaits();
  const underWay = { kind: 'invalid-argument', status: 409, field: 'Idempotency-Key', detail: '' };
  asked.mockResolvedValueOnce(Response.json(underWay, { status: 409 }));
  asked.mockResolvedValueOnce(Response.json({ size: 7 }));
  resumeWaits();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runOf('s-3', 'recv').peek()).toMatchObject({ kind: 'answered', value: { size: 7 } });
  const requests = asked.mock.calls.map(([url, { body, headers }]) => [url, body, keyOf(headers)]);
  expect(requests).toHaveLength(3);
  expect(new Set(requests.map((one) => JSON.stringify(one))).size).toBe(1);
});

test('what was resumed once is not again', () => {
  const asked = vi.fn(() => new Promise<Response>(() => undefined));
  vi.stubGlobal('fetch', asked);
  void run({ ...call, target: 's-4' });
  keepWaits();
  resumeWaits();
  asked.mockClear();
  resumeWaits();
  expect(asked).not.toHaveBeenCalled();
});

function keyOf(headers: HeadersInit | undefined): string | undefined {
  return (headers as Record<string, string>)['Idempotency-Key'];
}

test('the other end of a call that is still made is awaited, and not asked for again and again', async () => {
  const asked = vi.fn<(url: string) => Promise<Response>>(() => new Promise(() => undefined));
  vi.stubGlobal('fetch', asked);
  void run(callOf('accept', 's-6'));
  keepWaits();
  asked.mockClear();
  const underWay = { id: 'o-1', socket_id: 's-6', call: 'accept' } as Waiting;
  showWaitings([underWay]);
  resumeWaits();
  await Promise.resolve();
  expect(asked.mock.calls.filter(([url]) => url.includes('s-6'))).toHaveLength(0);
  showWaitings([]);
  await vi.waitFor(() => {
    expect(asked.mock.calls.filter(([url]) => url.includes('s-6'))).toHaveLength(1);
  });
});
