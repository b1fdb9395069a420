import { counted, word, type Word } from '../lib/words';
import { language } from '../lib/dictionary';
import type { Waiting } from '../live/protocol';
import { perRun } from '../live/run';

/** What the last cancel did, and on which socket. */
export const cancelled = perRun<{ socketId: string | null; text: string } | null>(null);

export function cancelledText({ call, progress, total }: Pick<Waiting, 'call' | 'progress' | 'total'>): string {
  if (total === null || progress === 0) return nothingCame(call);
  const sent = progress.toLocaleString(language);
  return word('call.cancelled.part', { sent, total: counted('bytes', total), open: word('call.open') });
}

/** What is told of a call that was cancelled before anything passed. */
export function nothingCame(call: string): string {
  return word('call.cancelled', { nothing: nothingDone(call), open: word('call.open') });
}

const NOTHING: readonly (readonly [RegExp, Word])[] = [
  [/^rec[ev]|^file\.read/, 'call.nothing.received'],
  [/^send|^file\.write/, 'call.nothing.sent'],
  [/^accept/, 'call.nothing.accepted'],
  [/^connect/, 'call.nothing.connected'],
];

/** What a call that ended early has not done. */
export function nothingDone(call: string): string {
  return word(NOTHING.find(([name]) => name.test(call))?.[1] ?? 'call.nothing.done');
}
