import { expect, test } from 'vitest';
import { wholeNames } from './search';

test.each([
  ['a', ['lan.', 'corp'], 1, ['a.lan.', 'a.corp.', 'a.']],
  ['a.b', ['lan'], 1, ['a.b.', 'a.b.lan.']],
  ['a.b', ['lan'], 2, ['a.b.lan.', 'a.b.']],
  ['a.b.c', ['lan'], 2, ['a.b.c.', 'a.b.c.lan.']],
  ['a', ['lan'], 0, ['a.', 'a.lan.']],
  ['a.', ['lan'], 5, ['a.']],
  ['a', ['.'], 1, ['a.']],
  ['a', [], 1, ['a.']],
])('%s with %o and ndots %i is asked for as %o', (name, search, ndots, names) => {
  expect(wholeNames(name, search, ndots)).toEqual(names);
});
