import { expect, test } from 'vitest';
import { lookupCall } from '../testing/lookups';
import { queryOf } from './calls';
import { callText, curlCommand, pythonCode } from './code';

const asked = (name: string, query: string) => queryOf(lookupCall(name), new URLSearchParams(query));

test.each([
  [
    'getaddrinfo',
    'host=localhost&port=80&flags=AI_PASSIVE|AI_CANONNAME',
    "getaddrinfo('localhost', '80', flags=AI_PASSIVE | AI_CANONNAME)",
  ],
  ['getaddrinfo', 'port=http', "getaddrinfo(None, 'http')"],
  ['getnameinfo', 'host=::1&port=80', "getnameinfo(('::1', 80), 0)"],
  ['getservbyport', 'port=80&protocolname=tcp', "getservbyport(80, 'tcp')"],
  ['gethostbyname', "hostname=it's", String.raw`gethostbyname('it\'s')`],
  ['gethostname', '', 'gethostname()'],
])('%s?%s is the call %s', (name, query, text) => {
  expect(callText(lookupCall(name), asked(name, query))).toBe(text);
});

test('the Python program names the module of each constant', () => {
  expect(pythonCode(lookupCall('getaddrinfo'), asked('getaddrinfo', 'host=a&family=AF_INET'))).toBe(
    "import socket\n\nprint(socket.getaddrinfo('a', None, family=socket.AF_INET))",
  );
});

test('the curl command has no token and nothing that a shell would read', () => {
  expect(curlCommand(lookupCall('gethostbyname'), { hostname: "a' $(b)" }, 'http://x')).toBe(
    `curl 'http://x/api/v1/dns/gethostbyname?hostname=a%27+%24%28b%29' \\\n  -H "Authorization: Bearer $TOKEN"`,
  );
});
