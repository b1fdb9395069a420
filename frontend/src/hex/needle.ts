import { parse } from '../lib/encodings';
import type { Needle } from '../lib/search';

export const HEX_PREFIX = 'hex:';

/** What is typed to find bytes: text, or digits behind `hex:`. Null for nothing, or what is no digits. */
export function needleOf(text: string): Needle | null {
  if (!text.toLowerCase().startsWith(HEX_PREFIX))
    return text === '' ? null : { bytes: new TextEncoder().encode(text), ignoreCase: true };
  const parsed = parse('hex', text.slice(HEX_PREFIX.length));
  return parsed.ok && parsed.bytes.length > 0 ? { bytes: parsed.bytes } : null;
}
