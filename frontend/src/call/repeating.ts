import { perRun } from '../live/run';
import { say } from '../ui/notices';

/** What this page does again and again, for as long as it is open. */
export type Repeat<T> = T & {
  id: number;
  /** Seconds between two. */
  every: number;
  times: number;
  done: number;
};

interface Repeated<T> {
  /** Does it once; gives what is to be said of its failure, which ends it. */
  once: (repeat: Repeat<T>) => Promise<string | null>;
  /** What is to be said when it was done so often. */
  ended: (repeat: Repeat<T>) => string;
}

/** A list of such, with its way in and its way out. */
export function repeating<T extends object>({ once, ended }: Repeated<T>) {
  const repeats = perRun<readonly Repeat<T>[]>([]);
  let last = 0;

  const find = (id: number) => repeats.peek().find((one) => one.id === id);

  /** The first at once. */
  function repeat(what: T, every: number, times: number): void {
    const id = ++last;
    repeats.value = [...repeats.peek(), { ...what, id, every, times, done: 0 }];
    void next(id);
  }

  function stopRepeat(id: number): void {
    repeats.value = repeats.peek().filter((one) => one.id !== id);
  }

  async function next(id: number): Promise<void> {
    const now = find(id);
    if (!now) return;
    const failure = await once(now);
    const one = find(id);
    if (!one) return;
    if (failure === null) count({ ...one, done: one.done + 1 });
    else end(id, failure);
  }

  function count(one: Repeat<T>): void {
    repeats.value = repeats.peek().map((other) => (other.id === one.id ? one : other));
    if (one.done >= one.times) end(one.id, ended(one));
    else setTimeout(() => void next(one.id), one.every * 1000);
  }

  function end(id: number, text: string): void {
    stopRepeat(id);
    say(text);
  }

  return { repeats, repeat, stopRepeat };
}
