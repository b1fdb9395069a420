import { signal } from '@preact/signals';
import { announcements } from './settings';

/** Screen readers hear no more than one message in this time. */
const PACE = 5_000;

/** The last thing that was said, and what is read out. */
export const notice = signal('');
export const announced = signal('');

const unread: string[] = [];
let pause: ReturnType<typeof setTimeout> | undefined;

/** Tells what went well, in the status bar and politely by voice. What failed is told where it failed. */
export function say(text: string): void {
  notice.value = text;
  if (announcements.value === 'off') return;
  unread.push(text);
  if (pause === undefined) readOut();
}

function readOut(): void {
  pause = undefined;
  if (unread.length === 0) return;
  announced.value = summary(unread.splice(0));
  pause = setTimeout(readOut, PACE);
}

function summary(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length === 1 ? last : `${last}, and ${texts.length - 1} more`;
}
