import { expect, test } from 'vitest';
import { evenly, oneByOne } from './places';

test.each([
  [0, 0],
  [27, 0],
  [28, 1],
  [279, 9],
])('at %i pixels is row %i of rows that are 28 high', (offset, index) => {
  expect(evenly(28).indexAt(offset)).toBe(index);
});

test.each([
  [0, 0],
  [43, 0],
  [44, 1],
  [67, 1],
  [68, 2],
  [111, 2],
])('at %i pixels is row %i of rows of different heights', (offset, index) => {
  expect(oneByOne(3, heightOf).indexAt(offset)).toBe(index);
});

test('each row begins where the one above it ends, and after the last is the end of all', () => {
  expect([0, 1, 2, 3, 4].map(oneByOne(3, heightOf).startOf)).toEqual([0, 44, 68, 112, 112]);
});

test('a list without rows has no height', () => {
  expect(oneByOne(0, heightOf).startOf(0)).toBe(0);
  expect(oneByOne(0, heightOf).indexAt(100)).toBe(0);
});

function heightOf(index: number): number {
  return index === 1 ? 24 : 44;
}
