// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { socket } from '../testing/sample';
import { ResponderCard } from './responder';

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const listener = socket('s-1', { state: 'LISTENING' });
const running = {
  accept: true,
  receive: true,
  accepted: 12,
  open: 2,
  received: 4096,
  replied: 2048,
  replies: 7,
  unmatched: 3,
  error: null,
};

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(() => Promise.resolve(Response.json(running)));
  vi.stubGlobal('fetch', asked);
});

afterEach(cleanup);

function items(): HTMLElement[] {
  const menu = screen.getByRole('menu', { name: 'Answer by itself', hidden: true });
  fireEvent(menu, Object.assign(new Event('toggle'), { newState: 'open' }));
  return screen.getAllByRole('menuitem', { hidden: true });
}

function choose(name: string): void {
  const item = items().find(({ textContent }) => textContent === name);
  HTMLElement.prototype.hidePopover = vi.fn();
  fireEvent.click(item ?? document.body);
}

const made = () => asked.mock.calls.map(([url, { method, body }]) => [method, url, body ?? null]);

test('what is chosen answers from then on', async () => {
  render(<ResponderCard socket={listener} />);
  choose('Echo what comes');
  await vi.waitFor(() => {
    expect(made()).toEqual([['PUT', '/api/v1/sockets/s-1/responder', '{"reply":"echo"}']]);
  });
});

test('one that runs tells what it did, and is stopped', async () => {
  render(<ResponderCard socket={{ ...listener, responder: 'echo' }} />);
  await screen.findByText('12 (2 open)');
  const counts = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
  expect(counts).toEqual(['12 (2 open)', '4.0 KiB', '7 (2.0 KiB)', '3']);
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(made()).toContainEqual(['DELETE', '/api/v1/sockets/s-1/responder', null]);
});

test('what goes wrong on purpose is one choice, with what the peer will see', async () => {
  render(<ResponderCard socket={listener} />);
  choose('Reset: after its first message the peer gets ECONNRESET');
  await vi.waitFor(() => {
    expect(made()).toEqual([['PUT', '/api/v1/sockets/s-1/responder', '{"reply":"rules","rules":[{"then":"reset"}]}']]);
  });
});

test.each([
  ['a listener', listener, ['Late', 'In pieces', 'Half', 'Reset', 'Silent', 'Unread', 'Backlog', 'Refuse']],
  ['a connection', socket('s-1', { state: 'CONNECTED' }), ['Late', 'In pieces', 'Half', 'Reset', 'Silent', 'Unread']],
  ['a UNIX one', socket('s-1', { family: 'AF_UNIX' }), ['Late', 'In pieces', 'Half', 'Silent', 'Unread']],
  ['datagrams', socket('s-1', { type: 'SOCK_DGRAM' }), ['Late', 'Silent', 'Unread']],
])('%s can do wrong what it is able to', (_, of, expected) => {
  render(<ResponderCard socket={of} />);
  const names = items().map(({ textContent }) => textContent.split(':'));
  expect(names.filter(({ length }) => length > 1).map(([name]) => name)).toEqual(expected);
});

test('one that takes or reads nothing says so', async () => {
  asked.mockImplementation(() => Promise.resolve(Response.json({ ...running, accept: false, receive: false })));
  render(<ResponderCard socket={{ ...listener, responder: 'none' }} />);
  await screen.findByText(/wait in the backlog/);
  screen.getByText(/It reads nothing/);
});

test('why it could not be made is told', async () => {
  asked.mockResolvedValue(Response.json({ kind: 'invalid-argument', detail: 'not here' }, { status: 400 }));
  render(<ResponderCard socket={listener} />);
  choose('Send characters for ever');
  expect((await screen.findByRole('alert')).textContent).toBe('not here');
});
