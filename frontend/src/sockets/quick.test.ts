// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { forgetRun } from '../live/run';
import { changeSockets, showSockets } from '../live/sockets';
import { socket } from '../testing/sample';
import { counts } from './quick';

beforeEach(forgetRun);

test('what has unread bytes is counted as they come and go', () => {
  showSockets({ sockets: [socket('s-1'), socket('s-2', { unread: 12 })], waiting: [], total: 2 });
  expect(counts.value.unread).toBe(1);
  changeSockets({ sockets: [socket('s-1', { unread: 5 })], total: 2 });
  expect(counts.value.unread).toBe(2);
  changeSockets({ sockets: [socket('s-2'), socket('s-1', { state: 'CLOSED', unread: null })], total: 2 });
  expect(counts.value.unread).toBe(0);
});
