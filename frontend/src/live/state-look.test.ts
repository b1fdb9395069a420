import { expect, test } from 'vitest';
import type { Waiting } from './protocol';
import { socket } from '../testing/sample';
import { conditionOf, stateLook } from './state-look';

test.each([
  ['a connection', { state: 'CONNECTED' }, 'CONNECTED'],
  ['one whose peer has closed', { state: 'CONNECTED', peer_ended: 'closed' }, 'PEER_CLOSED'],
  ['one that both have closed, which the kernel knows as bound', { state: 'BOUND', peer_ended: 'closed' }, 'ENDED'],
  ['one that the peer broke off', { state: 'BOUND', peer_ended: 'reset' }, 'RESET'],
  ['a refused connect', { state: 'UNCONNECTED', last_error: 'ECONNREFUSED' }, 'FAILED'],
  ['a refused connect that left a port', { state: 'BOUND', last_error: 'ECONNREFUSED' }, 'FAILED'],
  ['a bound one whose last error was another', { state: 'BOUND', last_error: 'EINVAL' }, 'BOUND'],
  [
    'a datagram socket, which was not to be connected',
    { state: 'BOUND', type: 'SOCK_DGRAM', last_error: 'ENETUNREACH' },
    'BOUND',
  ],
  ['a connection that was refused at first', { state: 'CONNECTED', last_error: 'ECONNREFUSED' }, 'CONNECTED'],
] as const)('of %s it tells how it is', (_, members, condition) => {
  expect(conditionOf(socket('s-1', members))).toBe(condition);
});

test('a call that waits says more than the state, but of a listener', () => {
  const waiting = { id: 'o-1', call: 'recv' } as Waiting;
  expect(stateLook(socket('s-1', { state: 'CONNECTED' }), waiting).text).toBe('Waiting in recv');
  expect(stateLook(socket('s-1', { state: 'LISTENING' }), waiting).text).toBe('Listening');
});
