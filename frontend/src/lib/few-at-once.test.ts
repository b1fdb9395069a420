import { expect, test } from 'vitest';
import { fewAtOnce } from './few-at-once';

test('all are worked on, never more than so many at a time, and answer in their order', async () => {
  let now = 0;
  let most = 0;
  const doubled = await fewAtOnce([1, 2, 3, 4, 5], 2, async (value) => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    now--;
    return value * 2;
  });
  expect(doubled).toEqual([2, 4, 6, 8, 10]);
  expect(most).toBe(2);
});
