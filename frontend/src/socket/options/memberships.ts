import { wordOf } from '../../lib/text';
import type { CallRecord } from '../../live/protocol';

/** A group that the socket is in, as far as this server's list of calls goes: the kernel has no question for it. */
export interface Membership {
  group: string;
  /** An address, or the number of an interface. */
  by: string;
  /** The only sender that is listened to. */
  source: string | null;
  since: string;
  leave: { option: string; value: Record<string, unknown> };
}

const JOINS: Record<string, string> = {
  IP_ADD_MEMBERSHIP: 'IP_DROP_MEMBERSHIP',
  IP_ADD_SOURCE_MEMBERSHIP: 'IP_DROP_SOURCE_MEMBERSHIP',
  IPV6_JOIN_GROUP: 'IPV6_LEAVE_GROUP',
};
const LEAVES = new Set(Object.values(JOINS));

/** Those that were joined and not left since. */
export function membershipsIn(calls: readonly CallRecord[]): readonly Membership[] {
  const joined = new Map<string, Membership>();
  for (const { text, kind, started_at } of calls) {
    const set = kind === null ? settingIn(text) : null;
    if (!set) continue;
    const leave = JOINS[set.option];
    if (leave !== undefined) joined.set(keyOf(leave, set.value), membership(set.value, leave, started_at));
    else if (LEAVES.has(set.option)) joined.delete(keyOf(set.option, set.value));
  }
  return [...joined.values()];
}

function settingIn(text: string): { option: string; value: Record<string, unknown> } | null {
  const [, option, json] = /^set_option\('(\w+)', (\{.*\})\)$/.exec(text) ?? [];
  if (option === undefined || json === undefined) return null;
  try {
    return { option, value: JSON.parse(json) as Record<string, unknown> };
  } catch {
    return null;
  }
}

function membership(value: Record<string, unknown>, option: string, since: string): Membership {
  const { multiaddr, address, ifindex, interface: by, sourceaddr } = value;
  const shown = [ifindex, address, by].find((one) => one !== undefined && one !== 0 && one !== '0.0.0.0' && one !== '');
  return {
    group: wordOf(multiaddr),
    by: shown === undefined ? '' : wordOf(shown),
    source: sourceaddr === undefined ? null : wordOf(sourceaddr),
    since,
    leave: { option, value },
  };
}

function keyOf(leave: string, { multiaddr, sourceaddr }: Record<string, unknown>): string {
  return `${leave} ${wordOf(multiaddr)} ${wordOf(sourceaddr)}`;
}

/** What joins a group: of one sender, or of all. */
export function joining(group: string, by: string, source: string): { option: string; value: Record<string, unknown> } {
  if (group.includes(':')) return { option: 'IPV6_JOIN_GROUP', value: { multiaddr: group, interface: numberIn(by) } };
  if (source !== '')
    return {
      option: 'IP_ADD_SOURCE_MEMBERSHIP',
      value: { multiaddr: group, interface: by === '' ? '0.0.0.0' : by, sourceaddr: source },
    };
  const isAddress = by.includes('.');
  return {
    option: 'IP_ADD_MEMBERSHIP',
    value: { multiaddr: group, address: isAddress ? by : '0.0.0.0', ifindex: isAddress ? 0 : numberIn(by) },
  };
}

/** An interface by its number, or by its name, as the server takes both. */
function numberIn(text: string): number | string {
  return /^\d*$/.test(text) ? Number(text) : text;
}
