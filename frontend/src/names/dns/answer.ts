import type { Outcome } from '../../browser/api';
import type { AddressInfo, Schemas } from '../../lib/wire';

export type DnsAnswer = Schemas['DnsAnswer'];
export type NameServer = Schemas['NameServer'];

export const TYPES = ['A', 'AAAA'] as const;
export type AddressType = (typeof TYPES)[number];

/** What came of one question. */
export interface Reply {
  type: AddressType;
  outcome: Outcome<DnsAnswer>;
}

/** What a server said of a name. */
export interface Found {
  /** The whole one, under which it was asked last. */
  name: string;
  replies: readonly Reply[];
}

export interface DnsAddress {
  address: string;
  /** Seconds. */
  ttl: number;
}

/** What a server can say of an address: how long it may be remembered, that it has none such, or nothing at all. */
export type Verdict = { has: DnsAddress } | 'no' | 'unknown';

/** Those of the type that was asked for, in the server's order: a chain of aliases stands before them. */
export function addressesOf({ type, outcome }: Reply): readonly DnsAddress[] {
  if (!outcome.ok) return [];
  return outcome.value.items
    .filter((item) => item.section === 'answer' && item.type === type)
    .map(({ data, ttl }) => ({ address: canonical(data), ttl }));
}

export function addressesIn({ replies }: Found): readonly DnsAddress[] {
  return replies.flatMap(addressesOf);
}

const NEGATIVE = new Set(['EAI_NONAME', 'EAI_NODATA']);

/** Whether libc found out what there is, and be it nothing. */
export function hasFoundOut(outcome: Outcome<unknown>): boolean {
  return outcome.ok || NEGATIVE.has(outcome.problem.symbol ?? '');
}

/** Once each, in libc's order. */
export function addressesOfLibc(outcome: Outcome<{ items: AddressInfo[] }>): readonly string[] {
  if (!outcome.ok) return [];
  return [...new Set(outcome.value.items.map(({ address }) => canonical(address?.host ?? '')))];
}

export function typeOf(address: string): AddressType {
  return address.includes(':') ? 'AAAA' : 'A';
}

export function verdictOf({ replies }: Found, address: string): Verdict {
  const reply = replies.find(({ type }) => type === typeOf(address));
  if (reply === undefined || !isConclusive(reply)) return 'unknown';
  const has = addressesOf(reply).find((each) => each.address === address);
  return has === undefined ? 'no' : { has };
}

/** Whether libc would take it for an answer; after any other it asks the next server. */
export function isConclusive({ outcome }: Reply): boolean {
  return outcome.ok && (outcome.value.rcode === 'NOERROR' || outcome.value.rcode === 'NXDOMAIN');
}

/** How many seconds a negative answer may be remembered, see RFC 2308, 5; null where it does not say. */
export function negativeTtl({ items }: DnsAnswer): number | null {
  const soa = items.find(({ section, type }) => section === 'authority' && type === 'SOA');
  return soa === undefined ? null : Math.min(soa.ttl, Number(soa.data.split(' ').at(-1)));
}

/** Why the console did not ask; null where it did. */
export function refusalOf({ replies }: Found): string | null {
  const refused = replies.find(({ outcome }) => !outcome.ok && outcome.problem.kind === 'invalid-argument');
  return refused?.outcome.ok === false ? refused.outcome.problem.detail : null;
}

/** Of the many spellings of an IPv6 address, that of RFC 5952. */
function canonical(address: string): string {
  return URL.canParse(`http://[${address}]`) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
}
