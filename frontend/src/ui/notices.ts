import { signal } from '@preact/signals';
import { counted } from '../lib/words';
import { announcements } from '../browser/settings';

/** Screen readers hear no more than one message in this time. */
const PACE = 5_000;

/** The last thing that was said, and what is read out. */
export const notice = signal('');
export const announced = signal('');

/** What happens without the person's doing is counted, not told one by one. */
const HAPPENED = {
  opened: 'ui.happened.opened',
  closed: 'ui.happened.closed',
  failed: 'ui.happened.failed',
} as const;

type Happening = keyof typeof HAPPENED;

/** What was said long ago is no news of what is seen now. */
const SHOWN_FOR = 30_000;
let fading: ReturnType<typeof setTimeout> | undefined;

let said: string[] = [];
let happened = new Map<Happening, number>();
let pause: ReturnType<typeof setTimeout> | undefined;

/** Tells what went well, in the status bar and politely by voice. What failed is told where it failed. */
export function say(text: string): void {
  notice.value = text;
  clearTimeout(fading);
  fading = setTimeout(() => {
    notice.value = '';
  }, SHOWN_FOR);
  said.push(text);
  pause ??= setTimeout(readOut);
}

/** Tells by voice alone that so many sockets or calls came to this. */
export function happen(what: Happening, count: number): void {
  if (count === 0) return;
  happened.set(what, (happened.get(what) ?? 0) + count);
  pause ??= setTimeout(readOut);
}

function readOut(): void {
  const text = [...said.slice(-1), ...[...happened].map(([what, count]) => counted(HAPPENED[what], count))].join(', ');
  said = [];
  happened = new Map();
  pause = text === '' ? undefined : setTimeout(readOut, PACE);
  if (text !== '' && announcements.value !== 'off') announced.value = text;
}
