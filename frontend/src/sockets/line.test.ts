// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { socket } from '../testing/sample';
import { actOf } from './line';

const actFor = (members: Parameters<typeof socket>[1]) => actOf(socket('s-1', members), false);

test.each([
  ['SOCK_STREAM', 'UNCONNECTED', 'none'],
  ['SOCK_STREAM', 'BOUND', 'none'],
  ['SOCK_SEQPACKET', 'BOUND', 'none'],
  ['SOCK_STREAM', 'LISTENING', 'accept'],
  ['SOCK_STREAM', 'CONNECTED', 'receive'],
  ['SOCK_DGRAM', 'UNCONNECTED', 'none'],
  ['SOCK_DGRAM', 'BOUND', 'receive'],
  ['SOCK_DGRAM', 'CONNECTED', 'receive'],
  ['SOCK_RAW', 'UNCONNECTED', 'receive'],
  ['SOCK_DGRAM', 'CLOSED', 'none'],
] as const)('the row of a %s that is %s offers %s', (type, state, act) => {
  expect(actFor({ type, state })).toBe(act);
});

test('one that failed has nothing to receive', () => {
  expect(actFor({ state: 'BOUND', last_error: 'ECONNREFUSED' })).toBe('none');
});

test('what a connection left when it ended is received', () => {
  expect(actFor({ state: 'BOUND', peer_ended: 'closed', unread: 4 })).toBe('receive');
});

test('a call that waits is cancelled first', () => {
  expect(actOf(socket('s-1'), true)).toBe('cancel');
});
