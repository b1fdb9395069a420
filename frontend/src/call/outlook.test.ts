import { expect, test } from 'vitest';
import { outlookOf } from './outlook';
import { socket } from '../testing/sample';

const RECV = { name: 'recv', group: 'Receive', waits: true };
const peer = { family: 'AF_INET', host: '127.0.0.1', port: 7000 };

test('a call that the state does not suit is said to fail, with the error that Linux has for it', () => {
  expect(outlookOf(RECV, socket('s-1'))).toBe('Will probably fail with ENOTCONN: not connected');
  expect(outlookOf({ name: 'send', group: 'Send', waits: true }, socket('s-1'))).toBe(
    'Will probably fail with EPIPE: not connected',
  );
  expect(outlookOf({ name: 'accept', group: 'Server', waits: true }, socket('s-1', { state: 'BOUND' }))).toBe(
    'Will probably fail with EINVAL: not listening',
  );
  expect(outlookOf(RECV, socket('s-1', { state: 'CLOSED' }))).toBe(
    'Will probably fail with EBADF: the socket is closed',
  );
});

test('a datagram socket receives without a connection', () => {
  expect(outlookOf(RECV, socket('s-1', { type: 'SOCK_DGRAM', state: 'BOUND' }))).toBe(
    'Waits until data arrives, however long that takes',
  );
});

test('how long a call waits is the socket’s time-out', () => {
  const connected = { state: 'CONNECTED', peer_address: peer } as const;
  expect(outlookOf(RECV, socket('s-1', { ...connected, timeout: 5 }))).toBe('Waits until data arrives or 5 s pass');
  expect(outlookOf(RECV, socket('s-1', { ...connected, timeout: 0 }))).toBe(
    'Does not wait until data arrives: the socket is non-blocking, and answers EAGAIN',
  );
});

test('a file waits for what its call needs', () => {
  const of = (name: string) => outlookOf({ name, group: 'Files', waits: true }, socket('s-1', { state: 'CONNECTED' }));
  expect(of('file.readline')).toContain('until data arrives');
  expect(of('file.write')).toBe(of('file.flush'));
  expect(new Set(['file.readline', 'file.flush', 'file.close'].map(of)).size).toBe(3);
});

test('a call that does not wait has nothing to say', () => {
  expect(outlookOf({ name: 'getsockname', group: 'Address', waits: false }, socket('s-1'))).toBe('');
});

test('where a responder takes what comes, a call that waits goes before it', () => {
  const listener = socket('s-1', { state: 'LISTENING', responder: 'none' });
  const accept = { name: 'accept', group: 'Server', waits: true };
  expect(outlookOf(accept, listener)).toBe('The responder takes each connection; this call gets the next');
  const connected = socket('s-1', { state: 'CONNECTED', peer_address: peer, responder: 'echo' });
  expect(outlookOf(RECV, connected)).toBe('The responder reads what comes; this call gets the next of it');
  expect(outlookOf(RECV, { ...connected, timeout: 0 })).toMatch(/^Does not wait/);
  expect(outlookOf({ name: 'send', group: 'Send', waits: true }, connected)).toMatch(/^Waits until the send queue/);
});
