import { expect, test } from 'vitest';
import { isLoopback, isMulticast, lackFor, lackOfKind, membersOf, parseAddress, parseFor, serviceOf } from './spelling';

const name = (host: string, port: string) => ({ kind: 'internet', host, is: 'name', port });
const four = (host: string, port: string) => ({ kind: 'internet', host, is: 'IPv4', port });
const six = (host: string, port: string) => ({ kind: 'internet', host, is: 'IPv6', port });
const all = (host: string, port: string) => ({ kind: 'internet', host, is: 'all', port });
const path = (text: string) => ({ kind: 'path', path: text });
const abstract = (text: string) => ({ kind: 'abstract', name: text });
const wrong = (why: string) => ({ kind: 'wrong', why });

test.each([
  ['', { kind: 'empty' }],
  ['  ', { kind: 'empty' }],
  ['example.org:443', name('example.org', '443')],
  [' example.org:443 ', name('example.org', '443')],
  ['example.org https', name('example.org', 'https')],
  ['localhost 7000', name('localhost', '7000')],
  ['127.0.0.1:80', four('127.0.0.1', '80')],
  ['127.0.0.1:0', four('127.0.0.1', '0')],
  ["('127.0.0.1', 80)", four('127.0.0.1', '80')],
  ['"::1", 80', six('::1', '80')],
  ['[::1]:80', six('::1', '80')],
  ['[::1] 80', six('::1', '80')],
  ['::1 80', six('::1', '80')],
  ['[fe80::1%eth0]:80', six('fe80::1%eth0', '80')],
  ['[::ffff:10.0.0.1]:80', six('::ffff:10.0.0.1', '80')],
  [':8080', all('', '8080')],
  ['8080', all('', '8080')],
  ['*:8080', all('', '8080')],
  ['0.0.0.0:8080', all('0.0.0.0', '8080')],
  ['[::]:8080', all('::', '8080')],
  ['/run/x.sock', path('/run/x.sock')],
  ['x/y.sock', path('x/y.sock')],
  ['./@x', path('./@x')],
  ['unix:x.sock', path('x.sock')],
  ['unix:/run/x.sock', path('/run/x.sock')],
  ['unix:///run/x.sock', path('/run/x.sock')],
  ['unix:@x', abstract('x')],
  ['@name', abstract('name')],
  ['@a/b', abstract('a/b')],
  [String.raw`\0name`, abstract('name')],
  ['https://example.org/path?q=1', name('example.org', '443')],
  ['HTTP://example.org', name('example.org', '80')],
  ['wss://example.org:8443/', name('example.org', '8443')],
  ['postgres://me:secret@db.example/x', name('db.example', '5432')],
  ['gopher://example.org', name('example.org', 'gopher')],
  ['http://[::1]:8080/', six('::1', '8080')],
  ['http://[::1]/', six('::1', '80')],
  ['tcp://10.0.0.1:7', { ...four('10.0.0.1', '7'), type: 'SOCK_STREAM' }],
  ['udp://10.0.0.1:53', { ...four('10.0.0.1', '53'), type: 'SOCK_DGRAM' }],
  ['udp://:53', { ...all('', '53'), type: 'SOCK_DGRAM' }],
  ['example.org', wrong('no-port')],
  ['example.org:', wrong('no-port')],
  ['::1', wrong('no-port')],
  ['[::1]', wrong('no-port')],
  ['127.0.0.1', wrong('no-port')],
  ['tcp://example.org', wrong('no-port')],
  ['example.org:70000', wrong('port')],
  ['example.org:-1', wrong('port')],
  ['127.0.0.1:8 0', wrong('host')],
  ['[example.org]:80', wrong('host')],
  ['300.0.0.1:80', wrong('host')],
  ['a:b:c', wrong('host')],
])('%s', (typed, understood) => {
  expect(parseAddress(typed)).toEqual(understood);
});

test('a port is known by its service', () => {
  expect(serviceOf('443')).toBe('https');
  expect(serviceOf('444')).toBeNull();
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['128.0.0.1', false],
  ['127.example.org', false],
])('%s is of the loopback: %s', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});

test.each([
  ['AF_INET', '', 'empty'],
  ['AF_INET', '127.0.0.1', 'no-port'],
  ['AF_INET', '/run/x.sock', 'family'],
  ['AF_INET', '@name', 'family'],
  ['AF_INET', 'example.org:domain', null],
  ['AF_INET', 'example.org:nobody', 'service'],
  ['AF_INET', '[::1]:80', 'family'],
  ['AF_INET', '[::]:80', 'family'],
  ['AF_INET6', '127.0.0.1:80', 'family'],
  ['AF_INET6', '0.0.0.0:80', 'family'],
  ['AF_INET6', '[::ffff:10.0.0.1]:80', null],
  ['AF_INET6', '[::]:80', null],
  ['AF_INET6', 'example.org:80', null],
  ['AF_INET6', ':80', null],
  ['AF_UNIX', 'x.sock', null],
  ['AF_UNIX', '127.0.0.1:80', null],
])('a socket of %s and %s: %s', (family, typed, lack) => {
  expect(lackFor(family, typed)).toBe(lack);
});

test.each([
  ['AF_INET', '[::1]:80', null],
  ['AF_INET6', '127.0.0.1:80', null],
  ['AF_INET6', '/run/x.sock', 'family'],
  ['AF_INET6', '127.0.0.1', 'no-port'],
])('only the server tells a socket of %s that it has no %s, unless it is of another kind', (family, typed, lack) => {
  expect(lackOfKind(family, typed)).toBe(lack);
});

test.each([
  ['AF_INET', 'udp://127.0.0.1:domain', { host: '127.0.0.1', port: 53 }],
  ['AF_INET6', '[fe80::1%eth0]:80', { host: 'fe80::1%eth0', port: 80 }],
  ['AF_UNIX', 'x.sock', { path: 'x.sock' }],
  ['AF_UNIX', '@x', { path: '\0x' }],
])('a socket of %s has in %s the address %o', (family, typed, members) => {
  expect(membersOf(parseFor(family, typed))).toEqual(members);
});

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

test('a group is for datagrams', () => {
  expect(parseAddress('239.1.2.3:5007')).toMatchObject({ is: 'IPv4', type: 'SOCK_DGRAM' });
  expect(parseAddress('[ff15::1]:5007')).toMatchObject({ is: 'IPv6', type: 'SOCK_DGRAM' });
});
