import { perRun } from '../live/run';
import { say } from '../ui/notices';
import { word } from '../lib/words';
import { send, type Message } from './send';

/** Bytes that are sent again and again, by this page and for as long as it is open. */
export interface Repeat {
  id: number;
  socketId: string;
  seq: number;
  /** Seconds between two. */
  every: number;
  times: number;
  done: number;
}

export const repeats = perRun<readonly Repeat[]>([]);

let last = 0;

/** The first at once. A failure ends it, and is told. */
export function repeat(message: Message, socketId: string, every: number, times: number): void {
  const id = ++last;
  repeats.value = [...repeats.peek(), { id, socketId, seq: message.chunk.seq, every, times, done: 0 }];
  void next(id, message);
}

export function stopRepeat(id: number): void {
  repeats.value = repeats.peek().filter((one) => one.id !== id);
}

async function next(id: number, message: Message): Promise<void> {
  const now = find(id);
  if (!now) return;
  const outcome = await send(message, now.socketId);
  const sent = find(id);
  if (!sent) return;
  if (outcome?.ok !== true) {
    const why = outcome ? outcome.problem.detail : word('hex.gone', { n: sent.seq });
    say(word('traffic.repeat.failed', { id: sent.socketId, n: sent.done, why }));
    stopRepeat(id);
    return;
  }
  const done = sent.done + 1;
  repeats.value = repeats.peek().map((one) => (one.id === id ? { ...one, done } : one));
  if (done < sent.times) setTimeout(() => void next(id, message), sent.every * 1000);
  else {
    stopRepeat(id);
    say(word('traffic.repeat.done', { id: sent.socketId, n: done }));
  }
}

function find(id: number): Repeat | undefined {
  return repeats.peek().find((one) => one.id === id);
}
