import { expect, test } from 'vitest';
import { kindOf } from './kind';

test.each([
  ['AF_INET', 'SOCK_STREAM', 'IPPROTO_TCP', 'TCP'],
  ['AF_INET', 'SOCK_DGRAM', 'IPPROTO_UDP', 'UDP'],
  ['AF_INET', 'SOCK_DGRAM', 'IPPROTO_ICMP', 'ICMP'],
  ['AF_INET', 'SOCK_RAW', 'IPPROTO_ICMP', 'RAW'],
  ['AF_INET6', 'SOCK_STREAM', 'IPPROTO_TCP', 'TCP6'],
  ['AF_INET6', 'SOCK_DGRAM', 'IPPROTO_ICMPV6', 'ICMP6'],
  ['AF_UNIX', 'SOCK_STREAM', '0', 'UNIX stream'],
  ['AF_UNIX', 'SOCK_SEQPACKET', '0', 'UNIX seqpacket'],
  ['AF_PACKET', 'SOCK_RAW', '0', 'PACKET raw'],
  ['40', 'SOCK_STREAM', '0', '40 stream'],
])('%s, %s, %s is called %s', (family, type, proto, kind) => {
  expect(kindOf({ family, type, proto })).toBe(kind);
});
