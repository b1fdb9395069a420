// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fitting } from '../src/sockets/chosen';
import { COLUMNS } from '../src/sockets/columns';
import { History } from '../src/sockets/rate';

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

test('beside a detail the columns that fit stay, the first at least', () => {
  expect(fitting(COLUMNS, 220).map(({ key }) => key)).toEqual(['id', 'state']);
  expect(fitting(COLUMNS, 0).map(({ key }) => key)).toEqual(['id']);
});
