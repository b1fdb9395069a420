import { expect, test } from 'vitest';
import { differences, upTo } from './differences';

test('places that differ are told as ranges, and so is what one lacks', () => {
  expect(differences(Uint8Array.of(1, 2, 3, 4, 5), Uint8Array.of(1, 9, 9, 4, 5))).toEqual([{ from: 1, to: 2 }]);
  expect(differences(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3, 4))).toEqual([{ from: 2, to: 3 }]);
  expect(differences(Uint8Array.of(1), Uint8Array.of(1))).toEqual([]);
});

test('a range is cut to the bytes that there are', () => {
  expect(
    upTo(
      [
        { from: 1, to: 5 },
        { from: 4, to: 5 },
      ],
      3,
    ),
  ).toEqual([{ from: 1, to: 2 }]);
});
