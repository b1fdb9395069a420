import type { Option } from './option';

/** The sections of the tab, in their order. */
export const GROUPS = [
  'time',
  'address',
  'buffers',
  'socket',
  'ip',
  'ipv6',
  'tcp',
  'udp',
  'other',
  'actions',
  'facts',
] as const;
export type Group = (typeof GROUPS)[number];

/** These begin folded: nobody sets a fact, and what is only to be set has no value to look at. */
export const FOLDED: ReadonlySet<Group> = new Set<Group>(['actions', 'facts']);

const BY_NAME: readonly (readonly [RegExp, Group])[] = [
  [/TIMEO|TIMESTAMP|LINGER|KEEP|_TIMEOUT|TXTIME|_RTO_|DELACK|SYNCNT|DEFER/, 'time'],
  [/REUSE|BINDTO|BIND_ADDRESS|FREEBIND|LOCAL_PORT|DONTROUTE|PRIORITY|MARK|BROADCAST|TRANSPARENT|TXREHASH/, 'address'],
  [/BUF|LOWAT|RXQ|PEEK_OFF|BUSY_POLL|PACING|RESERVE_MEM|CORK|NODELAY|WINDOW_CLAMP|MAXSEG/, 'buffers'],
];

const BY_LEVEL: Record<string, Group> = {
  SOL_SOCKET: 'socket',
  IPPROTO_IP: 'ip',
  IPPROTO_IPV6: 'ipv6',
  IPPROTO_TCP: 'tcp',
  IPPROTO_UDP: 'udp',
};

/** By what it is about, else by its protocol. */
export function groupOf(option: Option): Group {
  if (option.error !== null) return ofSubject(option);
  if (!option.writable) return 'facts';
  return isAction(option) ? 'actions' : ofSubject(option);
}

function ofSubject({ name, level }: Option): Group {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? BY_LEVEL[level] ?? 'other';
}

/** The kernel takes it, and has no value to tell. */
export function isAction({ writable, data, value, error }: Option): boolean {
  return writable && error === null && data === null && (value === null || value === undefined);
}

/** Those that the list of groups makes for a person. */
export function isMembership({ name, kind }: Option): boolean {
  return (kind === 'ip_mreqn' || kind === 'ipv6_mreq' || kind === 'ip_mreq_source') && !name.includes('ANYCAST');
}
