import { expect, test } from 'vitest';
import { clockTime, dayAndTime } from './clock';

test('a time is of the browser zone, by 24 hours', () => {
  const time = new Date(2026, 10, 3, 14, 2, 9, 7).toISOString();
  expect(clockTime(time)).toBe('14:02:09.007');
  expect(dayAndTime(time)).toBe('2026-11-03 14:02:09');
});
