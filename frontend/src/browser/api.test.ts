// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { request, requestBlob, requestBytes } from './api';

/** An answer of which the connection ends in the middle. */
function brokenOff(status: number): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"data": "aGVs'));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status });
}

const answerWith = (answer: () => Promise<Response>) => {
  vi.stubGlobal('fetch', answer);
};

afterEach(() => {
  vi.unstubAllGlobals();
});

test('an answer that breaks off is an outcome, as one that never came', async () => {
  answerWith(() => Promise.resolve(brokenOff(200)));
  expect(await request('POST', '/sockets/s-1/recv')).toMatchObject({ ok: false, problem: { kind: 'unreachable' } });
  answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await request('POST', '/sockets/s-1/recv')).toMatchObject({ ok: false, problem: { kind: 'unreachable' } });
});

test('bytes that break off are none', async () => {
  answerWith(() => Promise.resolve(brokenOff(200)));
  expect(await requestBytes('/traffic/1/data')).toBeNull();
});

test('a failure of which the words break off is a failure still', async () => {
  answerWith(() => Promise.resolve(brokenOff(500)));
  expect(await request('GET', '/sockets')).toMatchObject({ ok: false, status: 500, problem: { kind: 'internal' } });
});

test('an abort is the caller’s own', async () => {
  const control = new AbortController();
  answerWith(() => {
    control.abort();
    return Promise.reject(new DOMException('aborted', 'AbortError'));
  });
  await expect(request('GET', '/sockets', { signal: control.signal })).rejects.toThrow('aborted');
});

test('a capture that breaks off is none', async () => {
  answerWith(() => Promise.resolve(brokenOff(200)));
  expect(await requestBlob('/traffic.pcapng')).toBeNull();
});

test('what may change something has a key of its own, so that it is made once however often it is sent', async () => {
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get('Idempotency-Key'));
    return Promise.resolve(Response.json({ url }));
  });
  await request('POST', '/sockets');
  await request('POST', '/sockets');
  await request('GET', '/sockets');
  expect(keys).toEqual([expect.stringMatching(/^[\d-]+$/), expect.stringMatching(/^[\d-]+$/), null]);
  expect(keys[0]).not.toBe(keys[1]);
});
