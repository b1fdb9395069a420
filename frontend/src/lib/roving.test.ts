import { expect, test } from 'vitest';
import { stepped } from './roving';

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
