import { keepInTab, readOfTab } from '../../browser/kept';
import type { Draft } from './values';

/** A payload that is longer is not worth the room. */
const LONGEST = 4_096;

/** What was typed last into the form of this call: payloads too, so the tab forgets it with its end. */
export function keptDraft(call: string): Draft {
  try {
    const found: unknown = JSON.parse(readOfTab(`call.${call}`) ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Draft) : {};
  } catch {
    return {};
  }
}

export function keepDraft(call: string, draft: Draft): void {
  keepInTab(
    `call.${call}`,
    JSON.stringify(Object.fromEntries(Object.entries(draft).filter(([, text]) => text.length <= LONGEST))),
  );
}
