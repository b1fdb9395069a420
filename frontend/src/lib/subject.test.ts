import { expect, test } from 'vitest';
import { phrase, type Where } from './subject';

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
