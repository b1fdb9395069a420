import { expect, test } from 'vitest';
import { History } from './rate';

test('a rate is what the counter grew by in the last second', () => {
  const history = new History();
  [100, 100, 350].forEach((total, second) => {
    history.add(total, second);
  });
  expect(history.last()).toBe(250);
  expect(history.points({ width: 60, height: 12 })).toBe('59.0,11.0 60.0,1.0');
});

test('the same second counts once', () => {
  const history = new History();
  [
    [0, 1],
    [10, 2],
    [90, 2],
  ].forEach(([total = 0, second = 0]) => {
    history.add(total, second);
  });
  expect(history.last()).toBe(10);
});
