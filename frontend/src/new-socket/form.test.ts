import { expect, test } from 'vitest';
import { socket } from '../testing/sample';
import { possible } from './choices';
import { addressed, formLike, isLookedUp, lackOf, optionsOf, startingAt, thenOf, type Form } from './form';

const plain = startingAt('TCP client');
const custom = (changes: Partial<Form>): Form => ({ ...startingAt('Custom'), ...changes });

test.each([
  [':8080', 'listen'],
  ['127.0.0.1:0', 'listen'],
  ['127.0.0.1:80', 'connect'],
  ['/run/x.sock', 'connect'],
  ['udp://127.0.0.1:53', 'udp'],
])('%s picks the role %s', (address, role) => {
  expect(addressed(plain, address).role).toBe(role);
});

test('a role that a person chose stays, and one that the address picked goes with it', () => {
  expect(addressed({ ...plain, isChosen: true }, ':8080').role).toBe('connect');
  expect(addressed(addressed(plain, ':8080'), 'a:80').role).toBe('connect');
  expect(addressed(addressed(plain, ':8080'), '').role).toBe('listen');
});

test.each([
  ['', 'empty'],
  ['example.org', 'no-port'],
  ['a:99999', 'port'],
  ['300.1.1.1:1', 'host'],
  ['127.0.0.1:80', null],
  ['@a', null],
])('of %o is lacking: %s', (address, lack) => {
  expect(lackOf({ ...plain, address })).toBe(lack);
});

test('a custom socket wants an address of its family, and only where it does something with it', () => {
  expect(lackOf(custom({ family: 'AF_UNIX', then: 'connect', address: '127.0.0.1:80' }))).toBe('family');
  expect(lackOf(custom({ family: 'AF_INET6', then: 'bind', address: '127.0.0.1:80' }))).toBe('family');
  expect(lackOf(custom({ family: 'AF_INET6', then: 'bind', address: ':80' }))).toBeNull();
  expect(lackOf(custom({ then: 'none' }))).toBeNull();
  expect(lackOf(custom({ family: 'AF_NETLINK', then: 'bind' }))).toBeNull();
});

test('the address to connect from is a number', () => {
  expect(lackOf({ ...plain, address: 'a:1', local: 'name:1' })).toBe('local');
  expect(lackOf({ ...plain, address: 'a:1', local: '127.0.0.1:0' })).toBeNull();
});

test('datagrams are bound where nobody can connect, until a person says otherwise', () => {
  const udp = (address: string): Form => ({ ...startingAt('UDP'), address });
  expect(thenOf(udp(':53'))).toBe('bind');
  expect(thenOf(udp('127.0.0.1:53'))).toBe('connect');
  expect(thenOf({ ...udp('127.0.0.1:53'), then: 'bind' })).toBe('bind');
});

test('a name is looked up, and a number with the name of a service', () => {
  expect(isLookedUp({ ...plain, address: 'localhost:80' })).toBe(true);
  expect(isLookedUp({ ...plain, address: '127.0.0.1:http' })).toBe(true);
  expect(isLookedUp({ ...plain, address: '127.0.0.1:80' })).toBe(false);
});

test('a listener may take its port again, one at a path needs no such option', () => {
  expect(optionsOf(startingAt('TCP server')).map(({ name }) => name)).toEqual(['SO_REUSEADDR']);
  expect(optionsOf(startingAt('UNIX'))).toEqual([]);
});

test('what a kind of socket cannot do is not offered', () => {
  expect(possible('AF_UNIX', 'SOCK_STREAM')).toContain('pair');
  expect(possible('AF_INET', 'SOCK_STREAM')).not.toContain('pair');
  expect(possible('AF_INET', 'SOCK_DGRAM')).not.toContain('listen');
  expect(possible('AF_PACKET', 'SOCK_RAW')).not.toContain('connect');
});

test('another like a socket has its address as it is typed', () => {
  const at = (path: string) => ({ family: 'AF_UNIX', path });
  const unix = socket('s-1', { family: 'AF_UNIX', proto: '0', state: 'CONNECTED', peer_address: at('\0x') });
  expect(formLike(unix)).toMatchObject({ role: 'connect', address: '@x' });
  expect(formLike(socket('s-1'))).toMatchObject({ role: 'custom', then: 'none', address: '' });
});
