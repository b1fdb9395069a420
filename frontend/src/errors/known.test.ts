// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { Problem } from '../browser/api';
import type { Socket } from '../lib/wire';
import { showSockets } from '../live/sockets';
import { socket } from '../testing/sample';
import { knownOf } from './known';

const at = { host: '127.0.0.1', port: 7000 };
const connect = { name: 'connect', text: "connect(('127.0.0.1', 7000))", at };
const refused: Problem = { kind: 'socket-error', symbol: 'ECONNREFUSED', detail: '', socket_id: 's-9' };
const late: Problem = { kind: 'timeout', detail: 'timed out', socket_id: 's-9' };

const listener = (host: string) =>
  socket('s-4', { state: 'LISTENING', local_address: { family: 'AF_INET', host, port: 7000 } });

function serving(items: readonly Socket[], info: object = {}): void {
  showSockets({ sockets: [socket('s-9')], waiting: [], total: 1 });
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(Response.json(url.includes('tcp_info') ? info : { items, total: items.length })),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a listener of this console on another address of the port is named', async () => {
  serving([listener('127.0.0.2')]);
  expect(await knownOf(connect, refused)).toMatchObject([{ socket: { id: 's-4' }, says: 'errors.known.elsewhere' }]);
});

test('a socket that has the address and does not listen is named', async () => {
  serving([{ ...listener('127.0.0.1'), state: 'BOUND' }]);
  expect(await knownOf(connect, refused)).toMatchObject([{ says: 'errors.known.bound' }]);
});

test('a socket of another type has nothing to do with it', async () => {
  serving([{ ...listener('127.0.0.1'), state: 'BOUND', type: 'SOCK_DGRAM' }]);
  expect(await knownOf(connect, refused)).toEqual([]);
});

test('of a listener that lets nobody in, the full backlog is told', async () => {
  serving([listener('127.0.0.1')], { unacked: 2, sacked: 1 });
  expect(await knownOf(connect, late)).toMatchObject([{ says: 'errors.known.full', waiting: { n: 2, most: 1 } }]);
  serving([listener('127.0.0.1')], { unacked: 0, sacked: 1 });
  expect(await knownOf(connect, late)).toEqual([]);
});

test('a socket that is connected to itself is', async () => {
  serving([]);
  showSockets({ sockets: [socket('s-9', { connected_to_itself: true })], waiting: [], total: 1 });
  expect(await knownOf({ name: 'send', text: '' }, { ...refused, symbol: 'EPIPE' })).toMatchObject([
    { socket: { id: 's-9' }, says: 'errors.known.itself' },
  ]);
});
