import { printable } from '../lib/text';
import { word } from '../lib/words';
import { repeats, stopRepeat } from './repeating';

/** What is being sent again and again on a socket, and the way out of it. */
export function Repeats({ socketId }: { socketId: string }) {
  return (
    <>
      {repeats.value
        .filter(({ call }) => call.target === socketId)
        .map(({ id, call, every, done, times }) => (
          <div
            key={id}
            class="operation-card"
            role="group"
            aria-label={word('composer.repeat.name', { call: call.name })}
          >
            <span aria-hidden="true">↻</span> <code>{printable(call.text)}</code>
            <span class="hint">{word('composer.repeat.running', { every, done, times })}</span>
            <span class="buttons">
              <button
                type="button"
                class="small"
                onClick={() => {
                  stopRepeat(id);
                }}
              >
                {word('composer.repeat.stop')}
              </button>
            </span>
          </div>
        ))}
    </>
  );
}
