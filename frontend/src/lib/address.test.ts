import { expect, test } from 'vitest';
import { formatAddress, spell } from './address';
import { parseAddress } from './spelling';

test.each([
  [{ family: 'AF_INET', host: '127.0.0.1', port: 7000 }, '127.0.0.1:7000'],
  [{ family: 'AF_INET', host: '0.0.0.0', port: 80 }, '0.0.0.0:80 (all addresses)'],
  [{ family: 'AF_INET', host: '0.0.0.0', port: 0 }, null],
  [{ family: 'AF_INET6', host: '::1', port: 7000 }, '[::1]:7000'],
  [{ family: 'AF_INET6', host: '::', port: 80 }, '[::]:80 (all addresses)'],
  [{ family: 'AF_UNIX', path: '/run/a.sock' }, '/run/a.sock'],
  [{ family: 'AF_UNIX', path: '\0abstract' }, '@abstract (abstract)'],
  [{ family: 'AF_UNIX', path: '@file' }, './@file'],
  [{ family: 'AF_UNIX', path: '' }, 'unnamed'],
  [{ family: 'AF_UNIX', path_bytes: btoa('/run/\xff') }, '/run/ÿ'],
  [{ family: 'AF_UNIX', path: '/a\nb' }, '/a\\x0ab'],
  [{ family: 'AF_PACKET', ifname: 'lo' }, 'lo'],
  [{ family: 'AF_NETLINK', pid: 12, groups: 1 }, 'pid 12, groups 1'],
  [{ family: 'AF_VSOCK', cid: 2, port: 1024 }, '2:1024'],
  [{ family: '40' }, '40'],
  [null, null],
])('%o is shown as %s', (address, shown) => {
  expect(formatAddress(address)).toBe(shown);
});

test.each([
  [{ family: 'AF_INET', host: '127.0.0.1', port: 7000 }, '127.0.0.1:7000', 'internet'],
  [{ family: 'AF_INET6', host: '::1', port: 7000 }, '[::1]:7000', 'internet'],
  [{ family: 'AF_UNIX', path: '\0a' }, '@a', 'abstract'],
  [{ family: 'AF_UNIX', path: '@a' }, './@a', 'path'],
  [{ family: 'AF_UNIX', path: '/run/a' }, '/run/a', 'path'],
])('%o is typed as %s', (address, typed, kind) => {
  expect(spell(address)).toBe(typed);
  expect(parseAddress(typed).kind).toBe(kind);
});
