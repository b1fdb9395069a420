import { counted } from '../lib/format';
import type { Waiting } from '../live/protocol';
import { perRun } from '../live/run';

/** What the last cancel did, and on which socket. */
export const cancelled = perRun<{ socketId: string | null; text: string } | null>(null);

export function cancelledText({ call, progress, total }: Pick<Waiting, 'call' | 'progress' | 'total'>): string {
  const open = 'The socket is still open.';
  if (total !== null && progress > 0)
    return `Cancelled after sending ${progress.toLocaleString('en-US')} of ${counted(total, 'byte')}. ${open}`;
  return `Cancelled. ${nothingDone(call)} ${open}`;
}

const NOTHING: readonly (readonly [RegExp, string])[] = [
  [/^recv|^read/, 'Nothing was received.'],
  [/^send|^write/, 'Nothing was sent.'],
  [/^accept/, 'Nobody connected.'],
  [/^connect/, 'The peer has not answered.'],
];

/** What a call that ended early has not done. */
export function nothingDone(call: string): string {
  return NOTHING.find(([name]) => name.test(call))?.[1] ?? 'Nothing was done.';
}
