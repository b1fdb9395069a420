import type { Outcome } from '../browser/api';
import { formatAddress } from '../lib/address';
import { wordOf } from '../lib/text';
import type { AddressInfo } from '../lib/wire';

/** An answer as lines that can be compared; a failure is one line. */
export function linesOf(outcome: Outcome<Record<string, unknown>> | null): readonly string[] {
  if (outcome === null) return [];
  if (!outcome.ok) return [outcome.problem.symbol ?? outcome.problem.detail];
  const { items } = outcome.value;
  if (Array.isArray(items)) return items.map((item) => line(item as Partial<AddressInfo>));
  return Object.entries(outcome.value).flatMap(([name, value]) =>
    [value].flat().map((each) => `${name} ${wordOf(each)}`),
  );
}

function line(item: Partial<AddressInfo>): string {
  const { address, type, proto, canonname } = item;
  return type === undefined
    ? wordOf(item)
    : [formatAddress(address ?? null), type, proto, canonname].filter(Boolean).join(' ');
}
