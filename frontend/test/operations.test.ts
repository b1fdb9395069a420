import { beforeEach, expect, test } from 'vitest';
import type { CallRecord, Waiting } from '../src/live/protocol';
import { callsOf, clearCalls, receiveCalls, recentCalls } from '../src/live/calls';
import { changeWaitings, showWaitings, waitingOn, waitings } from '../src/live/operations';

const waiting = (id: string, members: Partial<Waiting> = {}) =>
  ({ id, socket_id: 's-1', progress: 0, ...members }) as Waiting;
const record = (seq: number, socket_id = 's-1') => ({ seq, socket_id }) as CallRecord;

beforeEach(() => {
  showWaitings([]);
  clearCalls();
});

test('calls that wait come, move on and end', () => {
  showWaitings([waiting('o-1')]);
  changeWaitings({ waiting: [waiting('o-2', { socket_id: 's-2' }), waiting('o-1', { progress: 9 })], total: 2 });
  expect(waitings.value.map(({ id }) => id)).toEqual(['o-1', 'o-2']);
  expect(waitingOn('s-1')[0]?.progress).toBe(9);
  changeWaitings({ ended: ['o-1'], total: 2 });
  expect(waitingOn('s-1')).toEqual([]);
});

test('a call is taken once, and the oldest make room', () => {
  receiveCalls([record(1), record(2, 's-2')]);
  receiveCalls([record(2, 's-2'), record(3)]);
  expect(callsOf('s-1').map(({ seq }) => seq)).toEqual([1, 3]);
  receiveCalls(Array.from({ length: 2_000 }, (_, index) => record(4 + index)));
  expect(recentCalls.value).toHaveLength(2_000);
  expect(recentCalls.value[0]?.seq).toBe(4);
});
