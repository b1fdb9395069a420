import type { Outcome, Problem } from '../browser/api';
import { TYPES, typeOf, type AddressType, type DnsAnswer, type Found } from '../names/dns/answer';

const TTL = 300;

/** What a server that has these says. */
export function addresses(name: string, ...all: readonly string[]): Found {
  return replies(name, (type) => {
    const items = all.filter((address) => typeOf(address) === type).map((data) => record(name, type, data));
    return { ok: true, value: dnsAnswer({ items }) };
  });
}

export function rcode(name: string, code: string): Found {
  return replies(name, () => ({ ok: true, value: dnsAnswer({ rcode: code }) }));
}

export function failure(name: string, kind: Problem['kind'], detail = ''): Found {
  return replies(name, () => ({ ok: false, problem: { kind, detail } }));
}

export function dnsAnswer(members: Partial<DnsAnswer>): DnsAnswer {
  return {
    server: '127.0.0.1',
    rcode: 'NOERROR',
    flags: ['qr'],
    elapsed: 0.012,
    items: [],
    transport: 'udp',
    size: 40,
    ...members,
  };
}

export function record(name: string, type: string, data: string): DnsAnswer['items'][number] {
  return { section: type === 'SOA' ? 'authority' : 'answer', name, type, ttl: TTL, data };
}

type Part = { ok: true; value: DnsAnswer } | { ok: false; problem: Problem };

function replies(name: string, part: (type: AddressType) => Part): Found {
  return {
    name,
    replies: TYPES.map((type) => ({
      type,
      outcome: { status: 200, took: 12, ...part(type) } satisfies Outcome<DnsAnswer>,
    })),
  };
}
