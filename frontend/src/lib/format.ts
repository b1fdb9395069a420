import { numberFormat } from './numbers';
import { counted, word } from './words';

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

const tenths = numberFormat({
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
});

export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  const power = Math.min(Math.floor(Math.log2(count) / 10), UNITS.length);
  return `${tenths(count / 1024 ** power)} ${UNITS[power - 1] ?? ''}`;
}

/** `10 bytes, cut to 4`: what there was, and what was kept of it. */
export function sizeText({ size, length }: { size: number; length?: number | undefined }): string {
  return length === undefined ? counted('bytes', size) : counted('bytes.cut', length, { size });
}

/** How long ago, coarse enough to read at a glance. */
export function age(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 2) return word('age.now');
  if (seconds < 60) return word('age.seconds', { n: seconds });
  if (seconds < 3600) return word('age.minutes', { n: Math.floor(seconds / 60) });
  return word('age.hours', { n: Math.floor(seconds / 3600) });
}
