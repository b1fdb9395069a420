import { expect, test } from 'vitest';
import { wholeNames } from './search';

test.each([
  ['a', ['lan.', 'corp'], ['a.lan.', 'a.corp.', 'a.']],
  ['a.b', ['lan'], ['a.b.', 'a.b.lan.']],
  ['a.', ['lan'], ['a.']],
  ['a', ['.'], ['a.']],
  ['a', [], ['a.']],
])('%s with %o is asked for as %o', (name, search, names) => {
  expect(wholeNames(name, search)).toEqual(names);
});
