// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { socket } from '../testing/sample';
import { FormerRun } from './former-run';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a socket whose responder is not put back is made, and told', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ id: 's-9', items: [] })));
  const sockets = [socket('s-1', { label: 'srv', responder: 'rules' })];
  render(<FormerRun run={{ epoch: 'e1', open: 1, kept: 0, calls: [], sockets }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Make 1 socket again' }));
  expect(await screen.findByText('Made 1 socket again.')).toBeTruthy();
  expect(screen.getByRole('listitem').textContent).toBe('s-1 srv TCP: its responder is not put back');
});
