// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { forgetRun } from '../live/run';
import { isOfOwnAct } from '../live/own-act';
import { callOf, curlOf, make, makeCall } from './make';

afterEach(() => {
  vi.unstubAllGlobals();
  forgetRun();
});

function answering(...answers: (() => Promise<Response>)[]) {
  const left = [...answers];
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(
    () => left.shift()?.() ?? Promise.reject(new Error('not asked for')),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const ended = () => Promise.resolve(Response.json({ kind: 'timeout', detail: '', retry: true }, { status: 504 }));

test('a call is made on its socket with its arguments, and says how Python writes it', async () => {
  const fetched = answering(() => Promise.resolve(new Response(null, { status: 204 })));
  const made = await makeCall('connect', 's/1', { address: { host: '::1', port: 7 }, wait: undefined });
  expect(made).toMatchObject({ ok: true, call: { text: "connect(('::1', 7))", at: { host: '::1', port: 7 } } });
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/sockets/s%2F1/connect');
  expect(fetched.mock.calls[0]?.[1].body).toBe('{"address":{"host":"::1","port":7}}');
});

test('a request that the server ended is made again: to the person it is one wait', async () => {
  const fetched = answering(ended, ended, () => Promise.resolve(Response.json({ size: 1 })));
  expect(await makeCall('recv', 's-1', { bufsize: 1 })).toMatchObject({ ok: true, value: { size: 1 } });
  expect(fetched).toHaveBeenCalledTimes(3);
});

test('one that sent a part goes on with the rest, wherever it began', async () => {
  const part = { kind: 'timeout', detail: '', sent: 3, expected_offset: 12 };
  const fetched = answering(
    () => Promise.resolve(Response.json(part, { status: 504 })),
    () => Promise.resolve(Response.json({ ...part, sent: 4, expected_offset: 13 }, { status: 504 })),
    () => Promise.resolve(new Response(null, { status: 204 })),
  );
  expect(await makeCall('sendall', 's-1', { data: 'aGVsbG8=' })).toMatchObject({ ok: true });
  expect(fetched.mock.calls.map(([, { body }]) => body)).toEqual([
    '{"data":"aGVsbG8="}',
    '{"data":"aGVsbG8=","at":9}',
    '{"data":"aGVsbG8=","at":9}',
  ]);
});

test('one that was to wait so long and no longer ends', async () => {
  const fetched = answering(ended);
  const made = await make({ ...callOf('recv', 's-1', { bufsize: 1 }), query: { wait: '0' } });
  expect(made).toMatchObject({ ok: false, problem: { kind: 'timeout' } });
  expect(fetched).toHaveBeenCalledOnce();
});

test('an answer that breaks off is one that did not come', async () => {
  const broken = new ReadableStream({
    start: (controller) => {
      controller.error(new Error('cut'));
    },
  });
  answering(() => Promise.resolve(new Response(broken)));
  expect(await makeCall('recv', 's-1')).toMatchObject({ ok: false, problem: { kind: 'unreachable' } });
});

test('what makes a socket, reads or closes has its own request', () => {
  expect(callOf('socket', null, { family: 'AF_INET', type: 'SOCK_STREAM', label: 'a' })).toMatchObject({
    path: '/sockets',
    text: 'socket(AF_INET, SOCK_STREAM)',
  });
  expect(callOf('ioctl', 's-1', { request: 'FIONREAD' })).toMatchObject({
    method: 'GET',
    query: { request: 'FIONREAD' },
    text: 'ioctl(FIONREAD)',
  });
  expect(callOf('close', 's-1')).toMatchObject({ method: 'DELETE', path: '/sockets/s-1', text: 'close()' });
  expect(curlOf(callOf('close', 's-1'))).toContain(`-X DELETE '${location.origin}/api/v1/sockets/s-1'`);
});

test.each([
  ['socket', { id: 's-1' }, ['s-1']],
  ['dup', { id: 's-2' }, ['s-2']],
  ['accept', { conn: { id: 's-3' } }, ['s-3']],
  ['socketpair', { sockets: [{ id: 's-4' }, { id: 's-5' }] }, ['s-4', 's-5']],
  ['getsockname', { host: '::1', port: 7 }, []],
])('what %s makes is marked in the list as of the own act', async (name, answer, made) => {
  answering(() => Promise.resolve(Response.json(answer)));
  await makeCall(name, 's-9');
  expect(['s-1', 's-2', 's-3', 's-4', 's-5'].filter(isOfOwnAct)).toEqual(made);
});
