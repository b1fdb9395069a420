import { parse } from '../lib/encodings';
import type { Needle } from '../lib/search';
import type { Mark } from '../filter/verdict';

/** What a filter looks for, as bytes to be found. */
export function needlesOf(marks: readonly Mark[]): readonly Needle[] {
  return marks.flatMap(({ hex, ignore_case }) => {
    const parsed = parse('hex', hex);
    return parsed.ok && parsed.bytes.length > 0 ? [{ bytes: parsed.bytes, ignoreCase: ignore_case }] : [];
  });
}
