// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { socket } from '../testing/sample';
import { ResponderCard } from './responder';

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const listener = socket('s-1', { state: 'LISTENING' });
const running = { accepted: 12, open: 2, received: 4096, replied: 2048, unmatched: 3, error: null };

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(() => Promise.resolve(Response.json(running)));
  vi.stubGlobal('fetch', asked);
});

afterEach(cleanup);

const made = () => asked.mock.calls.map(([url, { method, body }]) => [method, url, body ?? null]);

test('what is chosen answers from then on', async () => {
  render(<ResponderCard socket={listener} />);
  fireEvent.change(screen.getByLabelText('What answers on this socket'), { target: { value: 'echo' } });
  await vi.waitFor(() => {
    expect(made()).toEqual([['PUT', '/api/v1/sockets/s-1/responder', '{"reply":"echo"}']]);
  });
});

test('one that runs tells what it did, and is stopped', async () => {
  render(<ResponderCard socket={{ ...listener, responder: 'echo' }} />);
  await screen.findByText('12 (2 open)');
  const counts = [...document.querySelectorAll('dd')].map(({ textContent }) => textContent);
  expect(counts).toEqual(['12 (2 open)', '4.0 KiB', '2.0 KiB', '3']);
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(made()).toContainEqual(['DELETE', '/api/v1/sockets/s-1/responder', null]);
});

test('one that plays a conversation can be left as it is', () => {
  render(<ResponderCard socket={{ ...listener, responder: 'recorded' }} />);
  expect(screen.getByLabelText<HTMLSelectElement>('What answers on this socket').value).toBe('recorded');
});

test('why it could not be made is told', async () => {
  asked.mockResolvedValue(Response.json({ kind: 'invalid-argument', detail: 'not here' }, { status: 400 }));
  render(<ResponderCard socket={listener} />);
  fireEvent.change(screen.getByLabelText('What answers on this socket'), { target: { value: 'chargen' } });
  expect((await screen.findByRole('alert')).textContent).toBe('not here');
});
