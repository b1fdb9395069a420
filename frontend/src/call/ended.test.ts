import { expect, test } from 'vitest';
import { call } from '../testing/calls';
import { closedWord, shutWord } from './ended';

const said = (...calls: [name: string, members?: object][]) =>
  calls.map(([name, members], seq) => call(seq, { call: name, text: `${name}()`, by: 'responder', ...members }));
const SHUT = ['shutdown', { text: 'shutdown(SHUT_WR)' }] as [string, object];
const END = ['recv', { result: "data=b'', size=0, offset=2" }] as [string, object];
const BROKEN = ['recv', { result: null, kind: 'socket-error', symbol: 'ECONNRESET' }] as [string, object];

test.each([
  ['a client closed', said(['close', { by: null }]), 'socket.closed'],
  ['nothing is known of', [], 'socket.closed'],
  ['its responder closed', said(['recv', { result: "data=b'x'" }], ['close']), 'socket.closed.by'],
  ['its responder ended first', said(SHUT, END, ['close']), 'socket.closed.by'],
  ['its responder broke off', said(['sendall'], ['setsockopt'], ['close']), 'socket.closed.reset'],
  ['its peer ended first', said(END, SHUT, ['close']), 'socket.closed.after'],
  ['its peer broke off', said(BROKEN, ['close']), 'socket.closed.after'],
])('who closed a socket is told: one that %s', (_, calls, expected) => {
  expect(closedWord(calls)).toBe(expected);
});

test.each([
  ['its responder', said(SHUT), 'socket.shut.by'],
  ['a client', said(['shutdown', { text: 'shutdown(SHUT_RDWR)', by: null }]), 'socket.shut'],
  ['nobody, where it only receives no more', said(['shutdown', { text: 'shutdown(SHUT_RD)' }]), null],
  ['nobody, where it connected anew', said(SHUT, ['connect']), null],
  ['nobody, where that failed', said(['shutdown', { text: 'shutdown(SHUT_WR)', kind: 'socket-error' }]), null],
])('who ended the sending on a socket that is open is told: %s', (_, calls, expected) => {
  expect(shutWord(calls)).toBe(expected);
});
