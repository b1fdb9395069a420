import type { Gap } from '../live/timeline';
import { counted } from '../lib/words';
import { GapWords } from '../traffic/chunk-row';
import type { Lost } from './turns';

/** What the conversation lacks here, in words. */
export function BreakRow({ part }: { part: Gap | Lost }) {
  return <li class="turn-break">{'gone' in part ? lostWords(part) : <GapWords gap={part} />}</li>;
}

function lostWords({ gone }: Lost): string {
  return counted('conversation.lost', gone.size, { chunk: gone.seq });
}
