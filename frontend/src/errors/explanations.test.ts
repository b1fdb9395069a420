import { expect, test } from 'vitest';
import { aboutHref, filled, symbolOf } from './explanations';
import { numbered } from './report';

const timeout = { kind: 'timeout' as const, symbol: 'ETIMEDOUT', strerror: 'Connection timed out' };

test('the time-out of the kernel is explained as such, that of the socket as ours', () => {
  expect(symbolOf({ ...timeout, detail: 'connect: Connection timed out' })).toBe('ETIMEDOUT');
  expect(symbolOf({ ...timeout, detail: 'timed out' })).toBe('timeout');
});

test('a call that was cancelled is no error number', () => {
  const problem = { kind: 'cancelled' as const, symbol: 'ECANCELED', errno: 125, detail: 'Operation canceled' };
  expect(symbolOf(problem)).toBe('cancelled');
  expect(numbered(problem)).toBe('cancelled');
});

test('a check is put in the terms of the call', () => {
  const check = { label: 'Look up {host}', action: 'look-up', href: '/names/getaddrinfo?host={host}' };
  expect(filled(check, { name: 'connect', text: '', at: { host: 'a b', port: 1 } }, null)).toEqual({
    label: 'Look up a b',
    action: 'look-up',
    href: '/names/getaddrinfo?host=a%20b',
  });
});

test('a check that needs what the call has not is left out', () => {
  const check = { label: 'Look up {host}', action: 'look-up', href: '/names/getaddrinfo?host={host}' };
  expect(filled(check, { name: 'recv', text: '' }, 's-1')).toBeNull();
  expect(filled(check, { name: 'connect', text: '', at: { path: '/tmp/x' } }, 's-1')).toBeNull();
});

test('errors of the resolver have pages of their own', () => {
  expect(aboutHref('EAI_NONAME')).toBe('/reference/eai/EAI_NONAME');
  expect(aboutHref('ENOENT')).toBe('/reference/errno/ENOENT');
  expect(aboutHref('NO_DATA')).toBe('/reference/eai/NO_DATA');
});
