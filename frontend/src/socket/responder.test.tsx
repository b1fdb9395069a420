// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Socket } from '../lib/wire';
import { ResponderWatch } from '../live/responder';
import { forgetRun } from '../live/run';
import { socket } from '../testing/sample';
import { choosePlayed } from './play/edit';
import { ResponderCard } from './responder';

vi.mock('./play/edit', () => ({ choosePlayed: vi.fn() }));

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const listener = socket('s-1', { state: 'LISTENING' });
const echo = { accept: true, receive: true, reply: 'echo', rules: null, recorded: null, framing: 'chunk', limit: 256 };
const settings = { accept: true, receive: true, reply: 'echo', framing: 'chunk', limit: 256 };
const running = {
  ...echo,
  state: 'running',
  accepted: 12,
  open: 2,
  received: 4096,
  replied: 2048,
  replies: 7,
  unmatched: 3,
  error: null,
};

beforeEach(() => {
  forgetRun();
  asked.mockReset();
  vi.stubGlobal('fetch', asked);
});

afterEach(cleanup);

function show(of: Socket, responder: object = running): void {
  asked.mockImplementation(() => Promise.resolve(Response.json(responder)));
  render(
    <>
      <ResponderCard socket={of} />
      <ResponderWatch id={of.id} />
    </>,
  );
}

const made = () => asked.mock.calls.map(([url, { method, body }]) => [method, url, body ?? null]);

test('one that runs tells what it does and did, and is stopped', async () => {
  show({ ...listener, responder: 'echo' });
  await screen.findByText('12 (2 open)');
  screen.getByText('Running');
  screen.getByText('Accepts each connection, at most 256 at once. Sends back what it receives, as it comes.');
  const counts = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
  expect(counts).toEqual(['12 (2 open)', '4.0 KiB', '7 (2.0 KiB)']);
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(made()).toContainEqual(['DELETE', '/api/v1/sockets/s-1/responder', null]);
});

test('one that has stopped says why, not what it did, and starts again as it was', async () => {
  const error = { kind: 'socket-error', detail: 'accept: Invalid argument' };
  show({ ...listener, responder: 'echo' }, { ...running, state: 'stopped', error });
  await screen.findByText('Stopped');
  screen.getByText('accept: Invalid argument');
  expect(document.body.textContent).not.toContain('Sends back');
  expect(screen.getByRole('button', { name: 'Remove' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
  expect(made()).toContainEqual(['PUT', '/api/v1/sockets/s-1/responder', JSON.stringify(settings)]);
});

test('one of a stream that is neither connected nor listens waits for that', async () => {
  show(socket('s-1', { state: 'BOUND', responder: 'echo' }));
  await screen.findByText(/^Sends back .* It begins when the socket is connected, or listens\.$/);
  expect(screen.queryByText('Accepted')).toBeNull();
});

test('one that takes or reads nothing says so', async () => {
  show({ ...listener, responder: 'none' }, { ...running, accept: false, receive: false });
  await screen.findByText(/wait in the backlog/);
  screen.getByText(/It reads nothing/);
  expect(screen.queryByText(/Accepts each/)).toBeNull();
});

test('rules are told of with what a message is, and what met none of them', async () => {
  const rules = [{ reply: { text: 'a' } }, { reply: { text: 'b' } }];
  show({ ...listener, responder: 'rules' }, { ...running, reply: 'rules', framing: 'line', rules });
  await screen.findByText(/Answers by 2 rules\. A message is a line\./);
  screen.getByText('Met no rule');
});

test('one that was stopped can be started again as it was', async () => {
  show({ ...listener, responder: 'echo' });
  await screen.findByText('Running');
  cleanup();
  render(<ResponderCard socket={listener} />);
  screen.getByText('Stopped. Before: Sends back what it receives, as it comes.');
  fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
  expect(made()).toContainEqual(['PUT', '/api/v1/sockets/s-1/responder', JSON.stringify(settings)]);
});

const played = { ...running, reply: 'recorded', recorded: { recording: 'r-1', socket: 's-7' }, turns: 4 };

test('a recorded conversation is told of by whose it is and how long, and can be another', async () => {
  vi.mocked(choosePlayed).mockReset();
  show({ ...listener, responder: 'recorded' }, played);
  await screen.findByText(/Plays what s-7 of the recording r-1 received, turn by turn\. 4 turns\./);
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  expect(choosePlayed).toHaveBeenCalled();
});

test('one of a socket is told of by that', async () => {
  show({ ...listener, responder: 'recorded' }, { ...played, recorded: 's-3', turns: 1 });
  await screen.findByText(/Plays what s-3 received, turn by turn\. 1 turn\./);
});
