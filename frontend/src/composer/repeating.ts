import { failureText } from '../call/failure-text';
import { make, type Call } from '../call/make';
import { repeating } from '../call/repeating';
import { word } from '../lib/words';

const calls = repeating<{ call: Call }>({
  once: async ({ call }) => {
    const made = await make(call);
    return made.ok ? null : failureText(made);
  },
  ended: ({ call, done }) => word('composer.repeat.done', { call: call.name, n: done }),
});

export const { repeats, stopRepeat } = calls;

/** Makes a call again and again. */
export function repeat(call: Call, every: number, times: number): void {
  calls.repeat({ call }, every, times);
}
