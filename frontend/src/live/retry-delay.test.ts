import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay';

test.each([
  [1, 500],
  [2, 1_000],
  [5, 8_000],
  [6, 10_000],
  [60, 10_000],
])('after %d failures it waits %d ms at most', (failures, longest) => {
  expect(retryDelay(failures, () => 1)).toBe(longest);
  expect(retryDelay(failures, () => 0)).toBe(longest * 0.75);
});
