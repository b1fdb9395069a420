import { expect, test } from 'vitest';
import type { CallRecord } from '../live/protocol';
import { asCsv, asJsonLines } from './export';
import { merged } from './store';
import { matching, valuesOf, wantedIn } from './wanted';

const record = (seq: number, members: Partial<CallRecord> = {}): CallRecord => ({
  seq,
  socket_id: 's-1',
  call: 'recv',
  text: 'recv(4096)',
  started_at: '2026-11-29T00:00:00Z',
  elapsed: 0.5,
  result: "b'hi'",
  errno: null,
  symbol: null,
  kind: null,
  detail: null,
  by: null,
  ...members,
});
const refused = record(2, {
  call: 'connect',
  socket_id: 's-2',
  result: null,
  kind: 'socket-error',
  symbol: 'ECONNREFUSED',
  errno: 111,
});
const found = (query: string) =>
  matching([record(1), refused], wantedIn(new URLSearchParams(query))).map(({ seq }) => seq);

test('calls are found by socket, call, result, who and text', () => {
  expect(found('')).toEqual([1, 2]);
  expect(found('socket=s-2')).toEqual([2]);
  expect(found('call=recv')).toEqual([1]);
  expect(found('result=ok')).toEqual([1]);
  expect(found('result=failed')).toEqual([2]);
  expect(found('result=ECONNREFUSED')).toEqual([2]);
  expect(found('who=client&text=HI')).toEqual([1]);
  expect(found('who=responder')).toEqual([]);
});

test('what came while the past was on its way is there once', () => {
  expect(merged([record(1), record(2)], [record(2), record(3)]).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('an export has one line a call', () => {
  expect(
    asJsonLines([record(1), record(2)])
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as CallRecord).seq),
  ).toEqual([1, 2]);
});

test('a cell of CSV is quoted where it must be, and is no formula', () => {
  const [, line] = asCsv([record(1, { text: 'send(b"a,b")', result: '=1+1' })]).split('\r\n');
  expect(line).toContain('"send(b""a,b"")"');
  expect(line).toContain("'=1+1");
});

test('the choices stand in the order of their numbers', () => {
  const calls = ['s-11', 's-2', 's-1', null].map((socket_id, seq) => record(seq, { socket_id }));
  expect(valuesOf(calls, ({ socket_id }) => socket_id)).toEqual(['s-1', 's-2', 's-11']);
});
