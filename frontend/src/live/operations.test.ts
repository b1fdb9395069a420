import { beforeEach, expect, test } from 'vitest';
import type { Waiting } from './protocol';
import { changeWaitings, showWaitings, waitingOn, waitings } from './operations';
import { forgetRun } from './run';

const waiting = (id: string, members: Partial<Waiting> = {}) =>
  ({ id, socket_id: 's-1', progress: 0, ...members }) as Waiting;

beforeEach(forgetRun);

test('calls that wait come, move on and end', () => {
  showWaitings([waiting('o-1')]);
  changeWaitings({ waiting: [waiting('o-2', { socket_id: 's-2' }), waiting('o-1', { progress: 9 })], total: 2 });
  expect(waitings.value.map(({ id }) => id)).toEqual(['o-1', 'o-2']);
  expect(waitingOn('s-1')[0]?.progress).toBe(9);
  changeWaitings({ ended: ['o-1'], total: 2 });
  expect(waitingOn('s-1')).toEqual([]);
});
