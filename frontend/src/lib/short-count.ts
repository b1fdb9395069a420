import { numberFormat } from './numbers';

const short = numberFormat({ maximumSignificantDigits: 2 });

/** `48`, `9.6k`, `1.2M`: how many, where there is room for four characters. */
export function shortCount(count: number): string {
  if (count < 1_000) return String(count);
  return count < 999_500 ? `${short(count / 1_000)}k` : `${short(count / 1_000_000)}M`;
}
