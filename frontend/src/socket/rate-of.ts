import { bytes } from '../lib/format';
import { word } from '../lib/words';

/** Of the bytes of one second. */
export function rateOf(count: number): string {
  return word('overview.rate', { size: bytes(count) });
}
