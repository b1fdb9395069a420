// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { forgetLookups, lookups, remember } from './lookups';

beforeEach(forgetLookups);

const lookup = (name: string) => ({ href: `/names/getaddrinfo?host=${name}`, text: name });

test('the latest look-up is the first, once', () => {
  ['a', 'b', 'a'].map(lookup).forEach(remember);
  expect(lookups.value.map(({ text }) => text)).toEqual(['a', 'b']);
});

test('the history is bounded', () => {
  for (let number = 0; number < 80; number += 1) remember(lookup(String(number)));
  expect(lookups.value).toHaveLength(50);
  expect(lookups.value[0]?.text).toBe('79');
});
