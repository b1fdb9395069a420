import { language } from './dictionary';

const short = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });

/** `48`, `9.6k`, `1.2M`: how many, where there is room for four characters. */
export function shortCount(count: number): string {
  if (count < 1_000) return String(count);
  return count < 999_500 ? `${short.format(count / 1_000)}k` : `${short.format(count / 1_000_000)}M`;
}
