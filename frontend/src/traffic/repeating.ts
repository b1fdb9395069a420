import { repeating, type Repeat } from '../call/repeating';
import { word } from '../lib/words';
import { send, type Message } from './send';

interface Sending {
  message: Message;
  socketId: string;
}

const sendings = repeating<Sending>({
  once: async (one) => {
    const outcome = await send(one.message, one.socketId);
    if (outcome?.ok === true) return null;
    return failed(one, outcome ? outcome.problem.detail : word('hex.gone', { n: one.message.chunk.seq }));
  },
  ended: ({ socketId, done }) => word('traffic.repeat.done', { id: socketId, n: done }),
});

export const { repeats, stopRepeat } = sendings;

/** Sends bytes again and again. */
export function repeat(message: Message, socketId: string, every: number, times: number): void {
  sendings.repeat({ message, socketId }, every, times);
}

function failed({ socketId, done }: Repeat<Sending>, why: string): string {
  return word('traffic.repeat.failed', { id: socketId, n: done, why });
}
