// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerBy } from '../../live/responder';
import { socket } from '../../testing/sample';
import { PlayDialog } from './dialog';

const answers = new Map<string, unknown>();
const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>((url) =>
  Promise.resolve(Response.json(answers.get(new URL(url, location.href).pathname.slice('/api/v1'.length)) ?? {})),
);
const close = vi.fn();
const listener = socket('s-1', { state: 'LISTENING' });

beforeEach(() => {
  answers.clear();
  answers.set('/sockets', { items: [] });
  answers.set('/recordings', { items: [] });
  asked.mockClear();
  close.mockReset();
  vi.stubGlobal('fetch', asked);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = () => render(<PlayDialog socket={listener} close={close} />);

async function begin(): Promise<unknown> {
  fireEvent.click(screen.getByRole('button', { name: 'Answer so' }));
  await vi.waitFor(() => {
    expect(close).toHaveBeenCalledOnce();
  });
  return JSON.parse(asked.mock.calls.at(-1)?.[1].body as string);
}

test('of the sockets those are offered that have received, and not itself', async () => {
  const heard = { bytes_received: 5 };
  answers.set('/sockets', {
    items: [socket('s-1', heard), socket('s-2'), socket('s-3', { ...heard, label: 'client' })],
  });
  open();
  const choice = await screen.findByLabelText<HTMLSelectElement>('The conversation of');
  expect([...choice.options].map(({ text }) => text)).toEqual(['s-3 · client · AF_INET · 5 B']);
  expect(await begin()).toEqual({ reply: 'recorded', recorded: 's-3' });
});

test('of a recording one of its sockets is chosen', async () => {
  answers.set('/recordings', { items: [{ id: 'r-1', name: 'talk', bytes: 300 }] });
  const inside = { family: 'AF_INET', peer_address: null, bytes_sent: 1, bytes_received: 2 };
  answers.set('/recordings/r-1/sockets', {
    items: [
      { ...inside, id: 's-7' },
      { ...inside, id: 's-9' },
    ],
  });
  open();
  const choice = await screen.findByLabelText('Socket');
  fireEvent.change(choice, { target: { value: 's-9' } });
  expect(await begin()).toEqual({ reply: 'recorded', recorded: { recording: 'r-1', socket: 's-9' } });
});

test('the conversation that it answers by is chosen already', async () => {
  const heard = { bytes_received: 5 };
  answers.set('/sockets', { items: [socket('s-3', heard), socket('s-4', heard)] });
  answers.set('/sockets/s-1/responder', { reply: 'recorded', recorded: 's-4' });
  await answerBy('s-1', {});
  render(<PlayDialog socket={{ ...listener, responder: 'recorded' }} close={close} />);
  await screen.findByLabelText('The conversation of');
  expect(await begin()).toEqual({ reply: 'recorded', recorded: 's-4' });
});

test('a refusal is told, and the dialog stays', async () => {
  answers.set('/sockets', { items: [socket('s-3', { bytes_received: 5 })] });
  open();
  await screen.findByLabelText('The conversation of');
  asked.mockResolvedValueOnce(Response.json({ kind: 'gone', detail: 'is kept no more' }, { status: 410 }));
  fireEvent.click(screen.getByRole('button', { name: 'Answer so' }));
  expect((await screen.findByRole('alert')).textContent).toBe('is kept no more');
  expect(close).not.toHaveBeenCalled();
});

test('where there is none, that is said', async () => {
  open();
  await screen.findByText('No socket here has received anything, and there is no recording.');
});
