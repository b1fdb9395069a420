import { isSpelled } from '../lib/spelling';
import type { Then } from './form';

/** The families that people open, in the order of their use. */
export const FAMILIES: readonly string[] = [
  'AF_INET',
  'AF_INET6',
  'AF_UNIX',
  'AF_NETLINK',
  'AF_PACKET',
  'AF_VSOCK',
  'AF_BLUETOOTH',
  'AF_CAN',
];

export const TYPES: readonly string[] = ['SOCK_STREAM', 'SOCK_DGRAM', 'SOCK_SEQPACKET', 'SOCK_RAW'];

const OF_TYPE: Record<string, readonly string[]> = {
  SOCK_STREAM: ['IPPROTO_TCP', 'IPPROTO_MPTCP', 'IPPROTO_SCTP'],
  SOCK_DGRAM: ['IPPROTO_UDP', 'IPPROTO_UDPLITE', 'IPPROTO_ICMP', 'IPPROTO_ICMPV6'],
  SOCK_SEQPACKET: ['IPPROTO_SCTP'],
  SOCK_RAW: ['IPPROTO_ICMP', 'IPPROTO_ICMPV6', 'IPPROTO_UDP', 'IPPROTO_TCP', 'IPPROTO_RAW'],
};

export function PROTOCOLS(family: string, type: string): readonly string[] {
  return family.startsWith('AF_INET') ? (OF_TYPE[type] ?? []) : [];
}

/** What that kind of socket can do. */
export function possible(family: string, type: string): readonly Then[] {
  const isStream = type === 'SOCK_STREAM' || type === 'SOCK_SEQPACKET';
  return [
    'none',
    ...(isSpelled(family) || family === 'AF_VSOCK' || family === 'AF_NETLINK' ? ['connect' as const] : []),
    'bind',
    ...(isStream ? ['listen' as const] : []),
    ...(family === 'AF_UNIX' ? ['pair' as const] : []),
  ];
}
