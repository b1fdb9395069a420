import { expect, test } from 'vitest';
import { addresses, dnsAnswer, failure, rcode, record } from '../../testing/dns';
import { addressesIn, negativeTtl, verdictOf } from './answer';

test('an IPv6 address has one spelling', () => {
  expect(addressesIn(addresses('a.', '2001:db8:0:0:0:0:0:1'))).toEqual([{ address: '2001:db8::1', ttl: 300 }]);
});

test('what is no address is none', () => {
  const [a] = addresses('a.').replies;
  const value = dnsAnswer({ items: [record('a.', 'CNAME', 'b.'), record('b.', 'A', '192.0.2.1')] });
  const replies = a ? [{ ...a, outcome: { ok: true as const, status: 200, took: 1, value } }] : [];
  expect(addressesIn({ name: 'a.', replies })).toEqual([{ address: '192.0.2.1', ttl: 300 }]);
});

test.each([
  [addresses('a.', '192.0.2.1'), { has: { address: '192.0.2.1', ttl: 300 } }],
  [addresses('a.', '192.0.2.2'), 'no'],
  [rcode('a.', 'NXDOMAIN'), 'no'],
  [rcode('a.', 'SERVFAIL'), 'unknown'],
  [failure('a.', 'timeout'), 'unknown'],
])('of an address %o says %o', (found, verdict) => {
  expect(verdictOf(found, '192.0.2.1')).toEqual(verdict);
});

test.each([
  ['a. b. 1 2 3 4 60', 60],
  ['a. b. 1 2 3 4 900', 300],
])('that there is none may be remembered as long as both times of the SOA allow: %s', (data, seconds) => {
  expect(negativeTtl(dnsAnswer({ items: [record('a.', 'SOA', data)] }))).toBe(seconds);
});

test('without an SOA nobody knows', () => {
  expect(negativeTtl(dnsAnswer({}))).toBeNull();
});
