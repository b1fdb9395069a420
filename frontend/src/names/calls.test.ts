import { expect, test } from 'vitest';
import { CALLS, isAsked, queryOf, type NameCall } from './calls';

function call(name: string): NameCall {
  const found = CALLS.find((candidate) => candidate.name === name);
  if (!found) throw new Error(name);
  return found;
}

const asked = (name: string, query: string) => queryOf(call(name), new URLSearchParams(query));

test.each([
  ['getaddrinfo', '', false],
  ['getaddrinfo', 'port=80', true],
  ['getservbyname', 'protocolname=tcp', false],
  ['getnameinfo', 'host=::1&port=80', true],
  ['gethostname', '', true],
  ['getfqdn', '', true],
])('%s?%s is asked: %s', (name, query, yes) => {
  expect(isAsked(call(name), new URLSearchParams(query))).toBe(yes);
});

test('parameters that the call does not have are not passed on', () => {
  expect(asked('gethostbyname', 'hostname=a&token=b')).toEqual({ hostname: 'a' });
});
