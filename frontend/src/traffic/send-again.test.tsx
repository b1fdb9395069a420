// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { showSockets } from '../live/sockets';
import { chunk, socket } from '../testing/sample';
import { SendAgain, type Again } from './send-again';

const at = (port: number) => ({ family: 'AF_INET', host: '127.0.0.1', port });

afterEach(() => {
  cleanup();
  showSockets({ sockets: [], waiting: [], total: 0 });
});

type Sockets = Parameters<typeof showSockets>[0]['sockets'];

function show(...sockets: Sockets): void {
  showTimes(1, sockets);
}

function showTimes(times: number, sockets: Sockets): void {
  showSockets({ sockets, waiting: [], total: sockets.length });
  render(<SendAgain again={signal<Again | null>({ chunk: chunk(1), bytes: null, times })} />);
}

const targets = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

test('targets are told apart by their peer, else by their own address, and their label', () => {
  show(
    socket('s-1', { state: 'CONNECTED', label: 'echo', local_address: at(9), peer_address: at(80) }),
    socket('s-2', { type: 'SOCK_DGRAM', state: 'BOUND', local_address: at(53) }),
  );
  expect(targets()).toEqual(['s-1 echo → 127.0.0.1:80', 's-2 127.0.0.1:53']);
});

test('what cannot send is no target', () => {
  show(
    socket('s-1', { state: 'CONNECTED' }),
    socket('s-2', { state: 'LISTENING' }),
    socket('s-3', { state: 'BOUND' }),
    socket('s-4', { state: 'CLOSED' }),
    socket('s-5', { type: 'SOCK_DGRAM' }),
    socket('s-6', { type: 'SOCK_DGRAM', state: 'CLOSED' }),
  );
  expect(targets()).toEqual(['s-1', 's-5']);
});

test.each([
  ['the socket, of what is sent to one', 1, 'To socket'],
  ['the count, of what is repeated', 10, 'Times'],
])('the focus begins in what the person came for: %s', (_, times, field) => {
  showTimes(times, [socket('s-1', { state: 'CONNECTED' })]);
  expect(document.querySelector('[autofocus]')).toBe(screen.getByLabelText(field));
});

test('where the socket of the chunk cannot send, another is chosen by the person, not by the form', () => {
  show(socket('s-1', { state: 'CLOSED' }), socket('s-2', { state: 'CONNECTED' }));
  const select = screen.getByLabelText<HTMLSelectElement>('To socket');
  expect([select.value, select.required]).toEqual(['', true]);
});
