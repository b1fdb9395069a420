import { effect } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { clearSockets, rows, showList, total } from '../src/stores/sockets';
import { socket } from './sample';

beforeEach(clearSockets);

const ids = () => rows.value.map((row) => row.id);
const list = (...items: ReturnType<typeof socket>[]) => ({ items, total: items.length });

test('rows keep their order of arrival whatever the order of the list', () => {
  showList(list(socket('a'), socket('b')), 0);
  showList(list(socket('c'), socket('b'), socket('a')), 1);
  expect(ids()).toEqual(['a', 'b', 'c']);
});

test('an update keeps the row and leaves the list as it is', () => {
  showList(list(socket('a')), 0);
  const [row] = rows.value;
  let lists = 0;
  const stop = effect(() => { lists += rows.value.length; });
  showList(list(socket('a', { bytes_sent: 5 })), 1);
  stop();
  expect(lists).toBe(1);
  expect(rows.value[0]).toBe(row);
  expect(row?.socket.value.bytes_sent).toBe(5);
});

test('a closed socket stays in sight for ten seconds', () => {
  showList(list(socket('a'), socket('b')), 0);
  showList(list(socket('b')), 1_000);
  expect(rows.value[0]?.socket.value.state).toBe('CLOSED');
  showList(list(socket('b')), 10_999);
  expect(ids()).toEqual(['a', 'b']);
  showList(list(socket('b')), 11_000);
  expect(ids()).toEqual(['b']);
});

test('a long list tells how many there are in all', () => {
  showList({ items: [socket('a')], total: 250 }, 0);
  expect(total.value).toBe(250);
});
