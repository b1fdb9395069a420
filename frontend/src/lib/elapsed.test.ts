import { expect, test } from 'vitest';
import { elapsed } from './elapsed';

test('time that passes is shown as a clock', () => {
  expect(elapsed(12_999)).toBe('00:12');
  expect(elapsed(100_000)).toBe('01:40');
  expect(elapsed(3_723_000)).toBe('1:02:03');
  expect(elapsed(-500)).toBe('00:00');
});
