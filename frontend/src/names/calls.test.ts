import { expect, test } from 'vitest';
import { lookupCall } from '../testing/lookups';
import { isAsked, queryOf } from './calls';

const asked = (name: string, query: string) => queryOf(lookupCall(name), new URLSearchParams(query));

test.each([
  ['getaddrinfo', '', false],
  ['getaddrinfo', 'port=80', true],
  ['getservbyname', 'protocolname=tcp', false],
  ['getnameinfo', 'host=::1&port=80', true],
  ['gethostname', '', true],
  ['getfqdn', '', true],
])('%s?%s is asked: %s', (name, query, yes) => {
  expect(isAsked(lookupCall(name), new URLSearchParams(query))).toBe(yes);
});

test('parameters that the call does not have are not passed on', () => {
  expect(asked('gethostbyname', 'hostname=a&token=b')).toEqual({ hostname: 'a' });
});
