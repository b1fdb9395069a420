import { expect, test } from 'vitest';
import { isMulticast } from './memberships';

test.each([
  ['224.0.0.1', true],
  ['239.255.255.255', true],
  ['ff15::1', true],
  ['FF02::1', true],
  ['223.255.255.255', false],
  ['240.0.0.1', false],
  ['10.0.0.1', false],
  ['fe80::1', false],
  ['ff15', false],
  ['all', false],
])('%s as a multicast group: %s', (group, isOne) => {
  expect(isMulticast(group)).toBe(isOne);
});
