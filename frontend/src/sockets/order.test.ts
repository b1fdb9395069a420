import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Socket } from '../lib/wire';
import { held, isSocket, isSorted, nextSort, parseSort, sorted, tree, withClosed, type Line } from './order';
import type { Row } from '../live/sockets';
import { socket } from '../testing/sample';

const row = (id: string, members: Partial<Socket> = {}): Row => ({ id, socket: signal(socket(id, members)) });
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
const shape = (lines: readonly Line[]) =>
  lines.map((line) => {
    if (!isSocket(line)) return `${line.closed} closed`;
    return line.isAccepted ? `  ${line.row.id}` : line.row.id;
  });

const listener = row('s-1', { state: 'LISTENING' });
const other = row('s-2');
const first = row('s-3', { origin: 'accept', parent: 's-1' });
const second = row('s-4', { origin: 'accept', parent: 's-1' });
const all = [listener, other, first, second];

test('what a listener accepted stands under it', () => {
  expect(shape(tree(all, new Set()))).toEqual(['s-1', '  s-3', '  s-4', 's-2']);
});

test('of a listener that is folded nothing stands under it', () => {
  expect(shape(tree(all, new Set(['s-1'])))).toEqual(['s-1', 's-2']);
});

test('what was accepted stands in the order in which it came, and the last of it is known', () => {
  const lines = tree([second, first, other, listener], new Set());
  expect(shape(lines)).toEqual(['s-2', 's-1', '  s-3', '  s-4']);
  expect(lines.map(({ isLast }) => isLast)).toEqual([false, false, false, true]);
});

test('those that are closed come last, with a head that counts them', () => {
  const open = tree([other], new Set());
  expect(shape(withClosed(open, [first, second], false))).toEqual(['s-2', '2 closed', 's-3', 's-4']);
  expect(shape(withClosed(open, [first, second], true))).toEqual(['s-2', '2 closed']);
  expect(shape(withClosed(open, [], false))).toEqual(['s-2']);
});

test('at first the newest comes first, and the head of that column turns it round', () => {
  expect(parseSort(null)).toEqual({ key: 'id', descending: true });
  expect(nextSort(parseSort(null), 'id')).toBe('id');
  expect(nextSort(parseSort('id'), 'id')).toBeNull();
});

test('what was accepted stands alone when the filter leaves its listener out', () => {
  expect(shape(tree([other, first], new Set()))).toEqual(['s-2', 's-3']);
});

test('a duplicate is not under what it was made of', () => {
  expect(shape(tree([other, row('s-5', { origin: 'dup', parent: 's-2' })], new Set()))).toEqual(['s-2', 's-5']);
});

test('equal ranks keep the order of opening, upwards and downwards', () => {
  const rows = [row('a', { bytes_sent: 1 }), row('b', { bytes_sent: 9 }), row('c', { bytes_sent: 1 })];
  const rank = ({ bytes_sent }: Socket) => bytes_sent;
  expect(ids(sorted(rows, rank, false))).toEqual(['a', 'c', 'b']);
  expect(ids(sorted(rows, rank, true))).toEqual(['b', 'a', 'c']);
});

test('equal ranks are in order whichever comes first', () => {
  const rank = ({ bytes_sent }: Socket) => bytes_sent;
  const rows = [row('b', { bytes_sent: 9 }), row('c', { bytes_sent: 1 }), row('a', { bytes_sent: 1 })];
  expect(isSorted(rows, rank, true)).toBe(true);
  expect(isSorted(rows, rank, false)).toBe(false);
});

test('numbers in texts are in the order of numbers', () => {
  const rows = [row('a', { label: 'client 10' }), row('b', { label: 'client 9' })];
  expect(ids(sorted(rows, ({ label }) => label ?? '', false))).toEqual(['b', 'a']);
});

test('while someone is in the list known rows stay and new ones come last', () => {
  const added = row('s-9');
  expect(ids(held([added, listener, second], [second, other, listener]))).toEqual(['s-4', 's-1', 's-9']);
});

test('the head of a column sorts upwards, downwards, and not', () => {
  expect(nextSort(parseSort(null), 'sent')).toBe('sent');
  expect(nextSort(parseSort('sent'), 'sent')).toBe('-sent');
  expect(nextSort(parseSort('-sent'), 'sent')).toBeNull();
  expect(parseSort('-received')).toEqual({ key: 'received', descending: true });
});
