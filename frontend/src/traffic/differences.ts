import type { Range } from '../lib/bytes';

/** Where two rows of bytes are not the same, place by place; what one of them lacks is another too. */
export function differences(a: Uint8Array, b: Uint8Array): Range[] {
  const found: Range[] = [];
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at++) {
    if (a[at] === b[at]) continue;
    const last = found.at(-1);
    if (last?.to === at - 1) last.to = at;
    else found.push({ from: at, to: at });
  }
  return found;
}

/** The part of each range that bytes of this length have. */
export function upTo(ranges: readonly Range[], length: number): Range[] {
  return ranges.filter(({ from }) => from < length).map(({ from, to }) => ({ from, to: Math.min(to, length - 1) }));
}
