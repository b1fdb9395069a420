import { numberFormat } from './numbers';

const tenths = numberFormat({ maximumFractionDigits: 1 });

/** How long something took, in the unit that suits it. */
export function duration(milliseconds: number): string {
  if (milliseconds < 10) return `${tenths(milliseconds)} ms`;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${tenths(milliseconds / 1000)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 3600 ? sixties(seconds, 'min', 's') : sixties(Math.round(seconds / 60), 'h', 'min');
}

function sixties(amount: number, large: string, small: string): string {
  const rest = amount % 60;
  return `${Math.floor(amount / 60)} ${large}${rest === 0 ? '' : ` ${rest} ${small}`}`;
}
