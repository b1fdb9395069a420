import { afterEach, expect, test, vi } from 'vitest';
import type { Responder } from '../live/responder';
import { socket } from '../testing/sample';
import { bodyFor, callsOf, canBeMade, remake, wantedOf } from './remake';

const at = (port: number) => ({ family: 'AF_INET', host: '127.0.0.1', port });

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a listener gets its options before its address, and its backlog', () => {
  const listener = socket('s-1', { state: 'LISTENING', local_address: at(7000), timeout: 5 });
  const calls = callsOf(listener, [
    { socket_id: 's-1', call: 'setsockopt', text: 'setsockopt(1, 2, 1)' },
    { socket_id: 's-1', call: 'setsockopt', text: 'setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1)' },
    { socket_id: 's-1', call: 'set_option', text: "set_option('SO_RCVBUF', 65536)" },
    { socket_id: 's-2', call: 'set_option', text: "set_option('SO_SNDBUF', 1)" },
    { socket_id: 's-1', call: 'listen', text: 'listen(3)' },
  ]);
  expect(calls.map(({ path, body }) => [path, body])).toEqual([
    ['setsockopt', { level: '1', optname: '2', value: 1 }],
    ['setsockopt', { level: 'SOL_SOCKET', optname: 'SO_KEEPALIVE', value: 1 }],
    ['options/SO_RCVBUF', { value: 65_536 }],
    ['bind', { address: { host: '127.0.0.1', port: 7000 } }],
    ['listen', { backlog: 3 }],
    ['settimeout', { timeout: 5 }],
  ]);
});

test('a client goes to its peer again, from whichever port', () => {
  const client = socket('s-1', { state: 'CONNECTED', local_address: at(40_000), peer_address: at(80) });
  expect(callsOf(client, []).map(({ path }) => path)).toEqual(['connect']);
});

test('the port of one that was refused, or has ended, is not asked for again', () => {
  const bound = { state: 'BOUND', local_address: at(56_610) } as const;
  expect(callsOf(socket('s-1', bound), []).map(({ path }) => path)).toEqual(['bind']);
  expect(callsOf(socket('s-1', { ...bound, last_error: 'ECONNREFUSED' }), [])).toEqual([]);
  expect(callsOf(socket('s-1', { ...bound, peer_ended: 'closed' }), [])).toEqual([]);
});

test('what a peer brought is not made, nor half of a pair', () => {
  expect(canBeMade(socket('s-1'))).toBe(true);
  expect(canBeMade(socket('s-2', { origin: 'accept', parent: 's-1' }))).toBe(false);
  expect(canBeMade(socket('s-3', { origin: 'socketpair' }))).toBe(false);
});

test('what another tab has made again is not made twice', () => {
  const listener = socket('s-7', { state: 'LISTENING', local_address: at(7000), label: 'srv' });
  const plain = socket('s-8');
  const run = { epoch: 'e1', open: 3, kept: 0, calls: [], sockets: [listener, plain, plain] };
  const ids = (present: Parameters<typeof wantedOf>[1]) => wantedOf(run, present).map(({ id }) => id);
  expect(ids([])).toEqual(['s-7', 's-8', 's-8']);
  expect(ids([{ ...listener, id: 's-1' }, socket('s-2')])).toEqual(['s-8']);
  expect(ids([{ ...listener, id: 's-1', local_address: at(7001) }])).toEqual(['s-7', 's-8', 's-8']);
});

test('what cannot be finished is closed and told, and the rest is made, listeners first', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, { method }: RequestInit) => {
    asked.push(`${method ?? ''} ${url.replace('/api/v1', '').replace(/\?.*/, '')}`);
    if (url.includes('/connect'))
      return Promise.resolve(Response.json({ kind: 'socket-error', symbol: 'ECONNREFUSED' }, { status: 422 }));
    return Promise.resolve(
      method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json({ id: 's-9', items: [] }),
    );
  });
  let made = 0;
  const { failed } = await remake(
    {
      epoch: 'e1',
      open: 2,
      kept: 0,
      calls: [],
      sockets: [
        socket('s-1', { state: 'CONNECTED', peer_address: at(80) }),
        socket('s-2', { state: 'BOUND', local_address: at(9) }),
      ],
    },
    () => made++,
  );
  expect(asked).toEqual([
    'GET /sockets',
    'POST /sockets',
    'POST /sockets/s-9/bind',
    'POST /sockets',
    'POST /sockets/s-9/connect',
    'DELETE /sockets/s-9',
  ]);
  expect(made).toBe(1);
  expect(failed).toMatchObject([{ socket: { id: 's-1' }, call: 'connect', problem: { symbol: 'ECONNREFUSED' } }]);
});

test('a listener whose port is taken gets another, and its clients go there', async () => {
  const asked: unknown[] = [];
  const taken = { kind: 'socket-error', symbol: 'EADDRINUSE' };
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    const path = url.replace('/api/v1', '').replace(/\?.*/, '');
    const { address } = JSON.parse((body as string | undefined) ?? '{}') as { address?: { port: number } };
    if (method === 'POST' && address) asked.push([path.split('/').at(-1), address.port]);
    if (path.endsWith('/bind') && address?.port === 7000) return Promise.resolve(Response.json(taken, { status: 422 }));
    return Promise.resolve(Response.json({ id: 's-9', items: [], local_address: at(40_001) }));
  });
  const listener = socket('s-1', { state: 'LISTENING', local_address: { ...at(7000), host: '0.0.0.0' } });
  const client = socket('s-2', { state: 'CONNECTED', local_address: at(50_000), peer_address: at(7000) });
  const stranger = socket('s-3', { ...client, peer_address: { ...at(7000), host: '192.0.2.1' } });
  const run = { epoch: 'e1', open: 3, kept: 0, calls: [], sockets: [listener, client, { ...stranger, id: 's-3' }] };
  const { failed, moved } = await remake(run, vi.fn());
  expect(failed).toEqual([]);
  expect(moved).toEqual([{ socket: listener, port: 40_001 }]);
  expect(asked).toEqual([
    ['bind', 7000],
    ['bind', 0],
    ['connect', 40_001],
    ['connect', 7000],
  ]);
});

const responder: Responder = {
  accept: true,
  accepted: 3,
  error: null,
  framing: 'line',
  limit: 256,
  open: 1,
  receive: true,
  received: 9,
  recorded: null,
  replied: 9,
  replies: 2,
  reply: 'rules',
  rules: [{ reply: { text: 'hi' } }],
  state: 'running',
  turns: null,
  unmatched: 0,
};
const settings = {
  accept: true,
  receive: true,
  reply: 'rules',
  rules: [{ reply: { text: 'hi' } }],
  framing: 'line',
  limit: 256,
};

test('a responder answers as it was set, or as its reply says where that is all', () => {
  expect(bodyFor('rules', responder)).toEqual(settings);
  expect(bodyFor('echo', undefined)).toEqual({ reply: 'echo' });
  expect(bodyFor('rules', undefined)).toBeNull();
  expect(bodyFor('recorded', undefined)).toBeNull();
});

test('what a socket had said is not asked of one that has its id in another run, but a recording is the same', () => {
  const recorded = { recording: 'r-1', socket: 's-1' };
  expect(bodyFor('recorded', { ...responder, reply: 'recorded', recorded: 's-1' })).toBeNull();
  expect(bodyFor('recorded', { ...responder, reply: 'recorded', recorded })).toMatchObject({ recorded });
});

test('responders are put back, but for one that had stopped, and those that are not are told', async () => {
  const put: unknown[] = [];
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    if (method === 'PUT') put.push([url.replace(/\?.*/, ''), JSON.parse(body as string)]);
    return Promise.resolve(Response.json({ id: 's-9', items: [] }));
  });
  const { failed, unanswered } = await remake(
    {
      epoch: 'e1',
      open: 4,
      kept: 0,
      calls: [],
      sockets: [
        socket('s-1', { label: 'a', responder: 'rules' }),
        socket('s-2', { label: 'b', responder: 'rules' }),
        socket('s-3', { label: 'c', responder: 'rules' }),
        socket('s-4', { label: 'd', responder: 'echo' }),
      ],
      responders: { 's-1': responder, 's-3': { ...responder, state: 'stopped' }, 's-4': responder },
    },
    vi.fn(),
  );
  expect(put).toEqual([
    ['/api/v1/sockets/s-9/responder', settings],
    ['/api/v1/sockets/s-9/responder', { reply: 'echo' }],
  ]);
  expect(failed).toEqual([]);
  expect(unanswered.map(({ id }) => id)).toEqual(['s-2']);
});
