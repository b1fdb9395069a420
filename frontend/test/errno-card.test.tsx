// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { aboutHref, filled, symbolOf } from '../src/errors/explanations';
import { clue, numbered } from '../src/errors/report';
import { phrase, type Where } from '../src/lib/subject';

test.each<[string, Where | null, string]>([
  ['connect', { host: '10.0.0.5', port: 7000 }, 'connect to 10.0.0.5:7000'],
  ['connect', { host: '::1', port: 7000 }, 'connect to [::1]:7000'],
  ['connect', { path: "/tmp/it's" }, "connect to /tmp/it's"],
  ['bind', { host: '', port: 7000 }, 'bind to port 7000'],
  ['getaddrinfo', { host: 'no.such', port: 'http' }, 'getaddrinfo of no.such:http'],
  ['gethostbyname', { host: 'no.such' }, 'gethostbyname of no.such'],
  ['getservbyport', { port: '81' }, 'getservbyport of port 81'],
  ['recv', null, 'recv'],
])('%s at %o is told as %s', (name, at, words) => {
  expect(phrase({ name, text: '', at })).toBe(words);
});

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

test('how long it took is a clue', () => {
  const refused = { kind: 'socket-error' as const, symbol: 'ECONNREFUSED', detail: '' };
  expect(clue({ ...refused, elapsed: 0.001 })).toContain('at once');
  expect(clue({ ...refused, elapsed: 3 })).toContain('late');
  expect(clue({ kind: 'timeout', call: 'connect', elapsed: 5, detail: '' })).toContain('No answer');
  expect(clue({ kind: 'timeout', call: 'recv', elapsed: 5, detail: '' })).toBe('');
});

test('errors of the resolver have pages of their own', () => {
  expect(aboutHref('EAI_NONAME')).toBe('/reference/eai/EAI_NONAME');
  expect(aboutHref('ENOENT')).toBe('/reference/errno/ENOENT');
  expect(aboutHref('NO_DATA')).toBe('/reference/eai/NO_DATA');
});
