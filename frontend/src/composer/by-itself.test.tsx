// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerBy } from '../live/responder';
import { forgetRun } from '../live/run';
import { socket } from '../testing/sample';
import { notice } from '../ui/notices';
import { ByItself } from './by-itself';

const PATH = '/api/v1/sockets/s-1/responder';
const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const listener = socket('s-1', { state: 'LISTENING' });

beforeEach(() => {
  forgetRun();
  asked.mockReset();
  asked.mockImplementation(() => Promise.resolve(Response.json({ state: 'running' })));
  vi.stubGlobal('fetch', asked);
});

afterEach(cleanup);

const turn = (name: string) => screen.getByRole<HTMLInputElement>('switch', { name });
const made = () => asked.mock.calls.map(([url, { method, body }]) => [method, url, body ?? null]);

test.each([
  ['Accept by itself', listener],
  ['Receive by itself', socket('s-1', { state: 'CONNECTED' })],
  ['Receive by itself', socket('s-1', { type: 'SOCK_DGRAM', state: 'BOUND' })],
])('%s begins a responder that says nothing', async (name, of) => {
  render(<ByItself socket={of} />);
  expect(turn(name).checked).toBe(false);
  fireEvent.click(turn(name));
  await vi.waitFor(() => {
    expect(made()).toEqual([['PUT', PATH, '{"reply":"none"}']]);
  });
});

test('it is on with any responder, and ends that', () => {
  render(<ByItself socket={{ ...listener, responder: 'rules' }} />);
  expect(turn('Accept by itself').checked).toBe(true);
  fireEvent.click(turn('Accept by itself'));
  expect(made()).toEqual([['DELETE', PATH, null]]);
});

test('it is off where the responder has stopped, which it begins again as it was', async () => {
  const does = { accept: true, receive: true, reply: 'echo', rules: null, recorded: null, framing: 'line', limit: 9 };
  asked.mockImplementation(() => Promise.resolve(Response.json({ ...does, state: 'stopped' })));
  await answerBy('s-1', {});
  render(<ByItself socket={{ ...listener, responder: 'echo' }} />);
  expect(turn('Accept by itself').checked).toBe(false);
  fireEvent.click(turn('Accept by itself'));
  expect(made().at(-1)).toEqual([
    'PUT',
    PATH,
    JSON.stringify({ accept: true, receive: true, reply: 'echo', framing: 'line', limit: 9 }),
  ]);
});

test('where it is refused it is as it was, and why is told', async () => {
  asked.mockResolvedValue(Response.json({ kind: 'socket-error', detail: 'not now' }, { status: 409 }));
  render(<ByItself socket={listener} />);
  fireEvent.click(turn('Accept by itself'));
  await vi.waitFor(() => {
    expect(notice.value).toBe('not now');
  });
  expect(turn('Accept by itself').checked).toBe(false);
});
