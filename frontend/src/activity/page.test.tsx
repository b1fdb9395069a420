// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go, place } from '../browser/router';
import { receiveCalls } from '../live/calls';
import { showWaitings } from '../live/operations';
import { forgetRun } from '../live/run';
import { call } from '../testing/calls';
import Activity from './page';

const refused = call(2, {
  call: 'connect',
  text: 'connect()',
  result: null,
  kind: 'socket-error',
  symbol: 'ECONNREFUSED',
});

beforeEach(() => {
  forgetRun();
  go('/activity');
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: [call(1), refused], total: 2 })));
  render(<Activity />);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const told = () => screen.findByRole('status');

test('it counts what the server remembers, and what ends from then on', async () => {
  await screen.findByText('2 calls');
  receiveCalls([call(3)]);
  expect(await screen.findByText('3 calls')).toBe(await told());
});

test('what is looked for is in the address', async () => {
  await screen.findByText('2 calls');
  fireEvent.change(screen.getByLabelText('Result'), { target: { value: 'ECONNREFUSED' } });
  await screen.findByText('1 call');
  expect(place.value.searchParams.get('result')).toBe('ECONNREFUSED');
});

test('the newest stands on top: the first step down chooses it', async () => {
  const list = await screen.findByRole('listbox');
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  expect(place.value.searchParams.get('seq')).toBe('2');
  expect(await screen.findByText('Among the calls of s-1')).toBeTruthy();
});

test('what waits can be cancelled, also what waits on no socket', async () => {
  const waiting = { call: 'recv', started_at: '2026-11-22T12:00:00Z', timeout: null, progress: 0, total: null };
  showWaitings([
    { ...waiting, id: 'op-1', socket_id: 's-1' },
    { ...waiting, id: 'op-2', socket_id: null, call: 'select' },
  ]);
  expect(await screen.findByRole('button', { name: 'Cancel select' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 's-1' }).getAttribute('href')).toBe('/sockets/s-1');
});
