import { describe, expect, it } from 'vitest';
import { parseOffset, rangeOf, target, within } from './selection';

const shape = { size: 100, columns: 16, page: 4 };

describe('the byte cursor', () => {
  it.each([
    ['ArrowRight', false, 5, 6],
    ['ArrowRight', false, 99, 99],
    ['ArrowLeft', false, 0, 0],
    ['ArrowUp', false, 5, 5],
    ['ArrowUp', false, 20, 4],
    ['ArrowDown', false, 20, 36],
    ['ArrowDown', false, 90, 90],
    ['PageDown', false, 5, 69],
    ['PageDown', false, 80, 99],
    ['PageUp', false, 20, 4],
    ['Home', false, 20, 16],
    ['End', false, 20, 31],
    ['End', false, 97, 99],
    ['Home', true, 20, 0],
    ['End', true, 20, 99],
    ['x', false, 20, null],
  ])('by %s (with Ctrl: %s) goes from %i to %j', (key, whole, from, to) => {
    expect(target(key, whole, from, shape)).toBe(to);
  });

  it('selects both ways', () => {
    expect(rangeOf({ anchor: 9, cursor: 4 })).toEqual({ from: 4, to: 9 });
  });
});

it.each([
  ['16', 16],
  ['0x1f', 31],
  ['1Fh', 31],
  [' 7 ', 7],
  ['1f', null],
  ['', null],
])('reads the offset %j as %j', (text, offset) => {
  expect(parseOffset(text)).toBe(offset);
});

it('a row has its part of a selection', () => {
  expect(within({ from: 10, to: 40 }, 0, 16)).toEqual({ from: 10, to: 15 });
  expect(within({ from: 10, to: 40 }, 16, 16)).toEqual({ from: 0, to: 15 });
  expect(within({ from: 10, to: 40 }, 32, 16)).toEqual({ from: 0, to: 8 });
  expect(within({ from: 10, to: 40 }, 48, 16)).toBeNull();
});
