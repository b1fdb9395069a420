import { beforeEach, expect, test } from 'vitest';
import type { CallRecord } from './protocol';
import { callsOf, receiveCalls, recentCalls } from './calls';
import { forgetRun } from './run';

const record = (seq: number, socket_id = 's-1') => ({ seq, socket_id }) as CallRecord;

beforeEach(forgetRun);

test('a call is taken once, and the oldest make room', () => {
  receiveCalls([record(1), record(2, 's-2')]);
  receiveCalls([record(2, 's-2'), record(3)]);
  expect(callsOf('s-1').map(({ seq }) => seq)).toEqual([1, 3]);
  receiveCalls(Array.from({ length: 2_000 }, (_, index) => record(4 + index)));
  expect(recentCalls.value).toHaveLength(2_000);
  expect(recentCalls.value[0]?.seq).toBe(4);
});
