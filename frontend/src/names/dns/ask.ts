import { request, type Outcome } from '../../browser/api';
import type { AddressInfo, Schemas } from '../../lib/wire';
import {
  addressesIn,
  TYPES,
  type AddressType,
  type DnsAnswer,
  type Found,
  type NameServer,
  type Reply,
} from './answer';
import { whole, wholeNames } from './search';

export type NameServers = Schemas['NameServers'];

/** One name server, and what it said; null as long as it has not. */
export interface Asked {
  server: NameServer;
  /** Whether libc asks it too. */
  configured: boolean;
  found: Found | null;
}

/** What is known so far. */
export interface Comparison {
  host: Outcome<NameServers> | null;
  libc: Outcome<{ items: AddressInfo[] }> | null;
  asked: readonly Asked[];
}

export const NOTHING: Comparison = { host: null, libc: null, asked: [] };

/** Seconds, as libc waits for a server before it asks the next. */
export const PATIENCE = 5;

type Tell = (change: (known: Comparison) => Comparison) => void;

/** Asks all at once, and tells of each as it comes. Rejects when aborted. */
export async function ask(name: string, further: NameServer | null, tell: Tell, signal: AbortSignal): Promise<void> {
  const libc = request<{ items: AddressInfo[] }>('GET', '/dns/getaddrinfo', {
    query: { host: name, type: 'SOCK_STREAM' },
    signal,
  }).then((outcome) => {
    tell((known) => ({ ...known, libc: outcome }));
  });
  await Promise.all([libc, askServers(name, further, tell, signal)]);
}

async function askServers(name: string, further: NameServer | null, tell: Tell, signal: AbortSignal): Promise<void> {
  const host = await request<NameServers>('GET', '/dns/servers', { signal });
  const { items = [], search = [], ndots = 1 } = host.ok ? host.value : {};
  const asked = withFurther(items, further);
  tell((known) => ({ ...known, host, asked }));
  const names = wholeNames(name, search, ndots);
  await Promise.all(
    asked.map(async ({ server }) => {
      const found = await find(name, names, server, signal);
      tell((known) => ({
        ...known,
        asked: known.asked.map((one) => (one.server === server ? { ...one, found } : one)),
      }));
    }),
  );
}

function withFurther(items: readonly NameServer[], further: NameServer | null): readonly Asked[] {
  const asked = items.map((server) => ({ server, configured: true, found: null }));
  const isNew = further !== null && !items.some((one) => one.address === further.address && one.port === further.port);
  return isNew ? [...asked, { server: further, configured: false, found: null }] : asked;
}

/** Under the first name that has addresses, else under the name as it is. Who says nothing is not asked on. */
async function find(name: string, names: readonly string[], server: NameServer, signal: AbortSignal): Promise<Found> {
  const without: Found[] = [];
  for (const each of names) {
    const found = { name: each, replies: await Promise.all(TYPES.map((type) => reply(each, type, server, signal))) };
    if (addressesIn(found).length > 0 || found.replies.some(({ outcome }) => !outcome.ok)) return found;
    without.push(found);
  }
  return without.find((found) => found.name === whole(name)) ?? { name, replies: [] };
}

async function reply(name: string, type: AddressType, server: NameServer, signal: AbortSignal): Promise<Reply> {
  const query = { name, type, server: server.address, port: server.port, wait: PATIENCE };
  return { type, outcome: await request<DnsAnswer>('GET', '/dns/query', { query, signal }) };
}
