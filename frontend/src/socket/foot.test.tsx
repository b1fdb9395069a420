// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, test, vi } from 'vitest';
import type { Socket } from '../lib/wire';
import type { CallRecord } from '../live/protocol';
import { forgetRun } from '../live/run';
import { call } from '../testing/calls';
import { socket } from '../testing/sample';
import { Foot } from './foot';

beforeEach(forgetRun);
afterEach(cleanup);

function show(members: Partial<Socket>, ...items: CallRecord[]): void {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items, total: items.length })));
  render(<Foot socket={socket('s-1', members)} tab="overview" />);
}

test('a connection that its responder closed says so', async () => {
  show({ state: 'CLOSED', responder: 'echo' }, call(1, { call: 'close', by: 'responder' }));
  await screen.findByText(/^Its responder closed it/);
});

test('one that its responder has shut down for sending says that nothing more can be sent', async () => {
  const shut = call(1, { call: 'shutdown', text: 'shutdown(SHUT_WR)', by: 'responder' });
  show({ state: 'CONNECTED', responder: 'rules' }, shut);
  await screen.findByText(/^Its responder has shut it down for sending/);
  screen.getByRole('textbox', { name: 'Bytes to send' });
});
