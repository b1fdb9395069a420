import { effect } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { forgetRun } from './run';
import { changeSockets, rows, showSockets, socketById, total } from './sockets';
import { socket } from '../testing/sample';

beforeEach(forgetRun);

const ids = () => rows.value.map((row) => row.id);
const list = (...sockets: ReturnType<typeof socket>[]) => ({ sockets, waiting: [], total: sockets.length });

test('a snapshot is shown in its order, and keeps the rows that were there', () => {
  showSockets(list(socket('a'), socket('b')));
  const [first] = rows.value;
  showSockets(list(socket('b'), socket('a'), socket('c')));
  expect(ids()).toEqual(['b', 'a', 'c']);
  expect(rows.value[1]).toBe(first);
});

test('a change of one socket leaves the list and the other rows as they are', () => {
  showSockets(list(socket('a'), socket('b')));
  let lists = 0;
  let others = 0;
  const stops = [
    effect(() => {
      lists += rows.value.length && 1;
    }),
    effect(() => {
      others += socketById('b')?.value ? 1 : 0;
    }),
  ];
  changeSockets({ sockets: [socket('a', { bytes_sent: 5 })], total: 2 });
  stops.forEach((stop) => {
    stop();
  });
  expect([lists, others]).toEqual([1, 1]);
  expect(socketById('a')?.value.bytes_sent).toBe(5);
});

test('new sockets come last, and those that are gone leave', () => {
  showSockets(list(socket('a'), socket('b')));
  changeSockets({ sockets: [socket('c')], gone: ['a'], total: 2 });
  expect(ids()).toEqual(['b', 'c']);
  expect(socketById('a')).toBeUndefined();
});

test('a filtered list tells how many there are in all', () => {
  showSockets({ sockets: [socket('a')], waiting: [], total: 250 });
  expect(total.value).toBe(250);
});
