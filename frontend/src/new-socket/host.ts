import type { Schemas } from '../lib/wire';
import { table } from '../browser/tables';

export type Family = Schemas['HostFamily'];

export interface Choice {
  name: string;
  value: number | null;
  error?: string | null;
}

/** Other names of the same families; a choice has each once. */
const SYNONYMS = new Set(['AF_FILE', 'AF_LOCAL', 'AF_ROUTE', 'AF_UNSPEC']);

/** What the host opens; until it has said so, nothing. */
export function families(): readonly Family[] {
  const host = table<Schemas['HostFacts']>('/host');
  return host?.ok ? host.value.families.filter(({ name }) => !SYNONYMS.has(name)) : [];
}

/** The addresses of its interfaces that the family can bind to. */
export function addresses(family: string): readonly string[] {
  const host = table<Schemas['HostFacts']>('/host');
  const all = host?.ok ? host.value.interfaces.flatMap((found) => found.addresses) : [];
  if (family === 'AF_INET') return ['0.0.0.0', ...all.filter((address) => !address.includes(':'))];
  return family === 'AF_INET6' ? ['::', ...all.filter((address) => address.includes(':'))] : [];
}

const PROTOCOLS: Record<string, string> = { AF_INET: 'IPPROTO_', AF_INET6: 'IPPROTO_', AF_NETLINK: 'NETLINK_' };

export function protocols(family: string): readonly Schemas['Constant'][] {
  const prefix = PROTOCOLS[family];
  const found = prefix === undefined ? null : table<Schemas['ConstantPage']>(`/constants?prefix=${prefix}`);
  return found?.ok ? found.value.items : [];
}
