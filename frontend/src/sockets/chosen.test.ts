// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fitting } from './chosen';
import { COLUMNS } from './columns';

const keys = (width: number) => fitting(COLUMNS, width).map(({ key }) => key);

test('columns give way in one order, whatever the width', () => {
  const widths = Array.from({ length: 30 }, (_, step) => 2_000 - step * 60);
  const gone = widths.map((width) => COLUMNS.map(({ key }) => key).filter((key) => !keys(width).includes(key)));
  gone.forEach((now, step) => {
    expect(now).toEqual(expect.arrayContaining(gone[step - 1] ?? []));
  });
});

test('a number and a state are there at any width', () => {
  expect(keys(0)).toEqual(['id', 'state']);
});

test('what is left fits', () => {
  const width = fitting(COLUMNS, 700).reduce((sum, column) => sum + column.width, 0);
  expect(width).toBeLessThanOrEqual(700);
});
