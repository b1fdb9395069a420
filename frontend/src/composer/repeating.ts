import { make, type Call } from '../call/make';
import { failureText } from '../call/failure-text';
import { word } from '../lib/words';
import { perRun } from '../live/run';
import { say } from '../ui/notices';

/** A call that this page makes again and again, for as long as it is open. */
export interface Repeat {
  id: number;
  call: Call;
  /** Seconds between two. */
  every: number;
  times: number;
  done: number;
}

export const repeats = perRun<readonly Repeat[]>([]);

let last = 0;

/** The first at once. A failure ends it, and is told. */
export function repeat(call: Call, every: number, times: number): void {
  const id = ++last;
  repeats.value = [...repeats.peek(), { id, call, every, times, done: 0 }];
  void next(id);
}

export function stopRepeat(id: number): void {
  repeats.value = repeats.peek().filter((one) => one.id !== id);
}

async function next(id: number): Promise<void> {
  const now = find(id);
  if (!now) return;
  const made = await make(now.call);
  const one = find(id);
  if (!one) return;
  if (made.ok) count(one);
  else end(id, failureText(made));
}

function count({ id, call, every, times, done }: Repeat): void {
  repeats.value = repeats.peek().map((one) => (one.id === id ? { ...one, done: done + 1 } : one));
  if (done + 1 >= times) end(id, word('composer.repeat.done', { call: call.name, n: done + 1 }));
  else setTimeout(() => void next(id), every * 1000);
}

function end(id: number, text: string): void {
  stopRepeat(id);
  say(text);
}

function find(id: number): Repeat | undefined {
  return repeats.peek().find((one) => one.id === id);
}
