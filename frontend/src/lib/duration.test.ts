import { expect, test } from 'vitest';
import { duration } from './duration';

test.each([
  [0.42, '0.4 ms'],
  [1, '1 ms'],
  [389.2, '389 ms'],
  [5_000, '5 s'],
  [12_340, '12.3 s'],
  [125_000, '2 min 5 s'],
  [300_000, '5 min'],
  [3_599_900, '1 h'],
  [5_430_000, '1 h 31 min'],
])('%d ms is %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});
