import { expect, test } from 'vitest';
import catalogue from '../../../src/main/resources/explanations/explanations.json';
import { showSockets } from '../live/sockets';
import { socket } from '../testing/sample';
import { causesOf, RULES } from './causes';

const causesOfSymbol = (symbol: string) => catalogue.entries.find((entry) => entry.symbol === symbol)?.causes ?? [];

function chosen(symbol: string, call: string, kind: Parameters<typeof socket>[1]): readonly string[] {
  showSockets({ sockets: [socket('s-1', kind)], waiting: [], total: 1 });
  const problem = { kind: 'socket-error', detail: '', socket_id: 's-1' } as const;
  return causesOf(causesOfSymbol(symbol), { name: call, text: '' }, problem);
}

test('a refused TCP connect has nothing of datagrams and of paths', () => {
  expect(chosen('ECONNREFUSED', 'connect', {}).join()).not.toMatch(/UDP|AF_UNIX/);
  expect(chosen('ECONNREFUSED', 'connect', {})).toHaveLength(3);
});

test('a refused path has nothing of ports and firewalls', () => {
  expect(chosen('ECONNREFUSED', 'connect', { family: 'AF_UNIX' })).toEqual([
    'On AF_UNIX: the file is there, but no process listens on it any more.',
  ]);
});

test('a datagram that was refused tells of the closed port', () => {
  expect(chosen('ECONNREFUSED', 'recv', { type: 'SOCK_DGRAM' }).join()).toContain('On a connected UDP socket');
});

test('a bind has nothing of connect, nor a path of TIME_WAIT', () => {
  expect(chosen('EADDRINUSE', 'bind', {}).join()).not.toMatch(/AF_UNIX|^connect|,connect/);
  expect(chosen('EADDRINUSE', 'bind', { family: 'AF_UNIX' }).join()).not.toContain('TIME_WAIT');
});

test('a recv without anything has nothing of the send buffer', () => {
  expect(chosen('EAGAIN', 'recv', {}).join()).not.toMatch(/send buffer|AF_UNIX|connect_ex/);
});

test('a file that reads has what has not arrived, and one that writes the send buffer', () => {
  expect(chosen('EAGAIN', 'file.readline', {}).join()).toMatch(/^(?!.*send buffer).*arrived/i);
  for (const call of ['file.write', 'file.flush', 'file.close'])
    expect(chosen('EAGAIN', call, {}).join()).toMatch(/^(?!.*arrived).*send buffer/i);
});

test('each rule is about a cause of the catalogue, and leaves some for every error', () => {
  const all = catalogue.entries.flatMap(({ causes }) => causes);
  expect(RULES.filter(({ named }) => !all.some((cause) => named.test(cause)))).toEqual([]);
});
