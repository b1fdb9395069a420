// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Socket } from '../lib/wire';
import { forgetRun } from '../live/run';
import { showSockets } from '../live/sockets';
import { call } from '../testing/calls';
import { callForm, socket } from '../testing/sample';
import { Overview } from './overview';

vi.mock('../browser/tables', () => ({
  forgetTables: () => undefined,
  table: (path: string) => (path === '/descriptors' ? { ok: true, value: { items: [callForm('ioctl')] } } : null),
}));

/** As the server has them of all sockets. */
const OF_ALL = [call(3, { socket_id: 's-2', by: 'responder' }), call(4, { socket_id: 's-9' })];

beforeEach(() => {
  forgetRun();
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(
      url.includes('/calls')
        ? Response.json({ items: url.includes('socket=') ? [call(1), call(2)] : OF_ALL, total: 9 })
        : new Response(null),
    ),
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(members: Partial<Socket>): void {
  render(<Overview socket={socket('s-1', members)} throughput={signal([])} />);
}

const heads = () => screen.getAllByRole('heading').map(({ textContent }) => textContent);

test('of a connection it has facts, throughput, queues and the last calls, the newest first', async () => {
  show({ state: 'CONNECTED' });
  expect(await screen.findByText('All 9')).toBeTruthy();
  expect(heads()).toEqual(['Facts', 'Responder', 'Throughput', 'In the kernel’s buffers', 'Last calls']);
  expect(screen.getAllByText(/^recv/).map(({ textContent }) => textContent)).toEqual(['recv(2)', 'recv(1)']);
});

test('of a listener it has what was accepted, the closed ones last', () => {
  const accepted = (id: string, state: Socket['state']) => socket(id, { state, parent: 's-1', origin: 'accept' });
  showSockets({
    sockets: [accepted('s-2', 'CONNECTED'), accepted('s-3', 'CLOSED'), accepted('s-4', 'CONNECTED')],
    waiting: [],
    total: 3,
  });
  show({ state: 'LISTENING' });
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.map((row) => row.querySelector('a')?.textContent)).toEqual(['s-4', 's-2', 's-3']);
  expect(screen.getByText('2 open')).toBeTruthy();
});

test('of a closed one nothing moves any more', () => {
  show({ state: 'CLOSED', closed_at: '2026-11-22T12:00:00Z' });
  expect(heads()).toEqual(['Facts', 'Last calls']);
});

test('the last error leads to what it means', () => {
  show({ last_error: 'EPIPE' });
  expect(screen.getByRole('link', { name: 'EPIPE' }).getAttribute('href')).toBe('/reference/errno/EPIPE');
});

test('of a connection that has ended it says so, whatever the kernel has for its state', () => {
  show({ state: 'BOUND', peer_ended: 'closed' });
  expect(screen.getByText(/^Both ended/)).toBeTruthy();
  expect(screen.getByText(/^gone/)).toBeTruthy();
});

test('the last calls of a listener are those on its connections too, and how many the responder made', async () => {
  const accepted = socket('s-2', { state: 'CONNECTED', parent: 's-1', origin: 'accept' });
  showSockets({ sockets: [accepted], waiting: [], total: 1 });
  show({ state: 'LISTENING', responder: 'echo' });
  await screen.findByText('s-2 recv(3)');
  expect(screen.getAllByText(/recv/).map(({ textContent }) => textContent)).toEqual([
    's-2 recv(3)',
    's-1 recv(2)',
    's-1 recv(1)',
  ]);
  screen.getByText('1 of these by the responder');
  screen.getByText('All 9 of its own');
});

test.each([
  ['closed', /^Peer closed: it sends/],
  ['reset', /^Reset by peer/],
] as const)('a connection that its peer has %s is not said to pass bytes both ways', (peer_ended, says) => {
  show({ state: 'CONNECTED', peer_ended });
  expect(screen.getByText(says)).toBeTruthy();
  expect(screen.queryByText(/both ways/)).toBeNull();
});

test('what may yet answer, or has answered, has its responder', () => {
  show({ state: 'UNCONNECTED' });
  expect(heads()).toContain('Responder');
  cleanup();
  show({ state: 'BOUND', responder: 'echo' });
  screen.getByText(/^Sends back/);
});
