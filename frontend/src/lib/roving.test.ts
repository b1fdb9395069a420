import { expect, test } from 'vitest';
import { rowAfter, stepped } from './roving';

test('the first step down chooses the first row, the first step up the last', () => {
  expect(stepped(-1, 1, 5)).toBe(0);
  expect(stepped(-1, -1, 5)).toBe(4);
});

test('no step leads out of the rows', () => {
  expect(stepped(0, -1, 5)).toBe(0);
  expect(stepped(4, 1, 5)).toBe(4);
  expect(stepped(-1, -Infinity, 5)).toBe(0);
  expect(stepped(-1, Infinity, 5)).toBe(4);
});

test.each([
  ['ArrowDown', 4],
  ['ArrowUp', 2],
  ['PageDown', 9],
  ['PageUp', 0],
  ['Home', 0],
  ['End', 9],
])('%s leads from the third of ten to %i', (key, to) => {
  expect(rowAfter(key, 3, 10, 8)).toBe(to);
});

test('j and k are keys of a list where single letters are keys at all', () => {
  expect(rowAfter('j', 3, 10, 8)).toBeNull();
  expect(rowAfter('j', 3, 10, 8, true)).toBe(4);
  expect(rowAfter('k', 3, 10, 8, true)).toBe(2);
});

test('in an empty list no key leads anywhere', () => {
  expect(rowAfter('End', -1, 0, 8)).toBeNull();
});
