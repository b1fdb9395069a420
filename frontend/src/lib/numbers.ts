import { language } from './dictionary';

/** How the page writes numbers. Made with the first of them: the first of all takes a browser ten milliseconds. */
export function numberFormat(options: Intl.NumberFormatOptions): (number: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (number) => {
    format ??= new Intl.NumberFormat(language, options);
    return format.format(number);
  };
}

const grouped = numberFormat({});

/** A count, whose digits are grouped where there are enough of them. */
export function numeral(count: number): string {
  return count < 1_000 ? String(count) : grouped(count);
}
