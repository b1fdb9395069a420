// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fitting } from './chosen';
import { COLUMNS } from './columns';

test('beside a detail the columns that fit stay, the first at least', () => {
  expect(fitting(COLUMNS, 220).map(({ key }) => key)).toEqual(['id', 'state']);
  expect(fitting(COLUMNS, 0).map(({ key }) => key)).toEqual(['id']);
});
