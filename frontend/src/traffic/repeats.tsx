import { word } from '../lib/words';
import { repeats, stopRepeat } from './repeating';

/** What is being sent again and again, and the way out of it. */
export function Repeats({ socketId }: { socketId: string | null }) {
  return (
    <>
      {repeats.value
        .filter((one) => socketId === null || one.socketId === socketId)
        .map(({ id, socketId: target, message, every, times, done }) => (
          <div key={id} class="pending" role="group" aria-label={word('traffic.repeat.name', { n: message.chunk.seq })}>
            <span class="glyph" aria-hidden="true">
              ↻
            </span>
            <span>{word('traffic.repeat.running', { n: message.chunk.seq, id: target, every, done, times })}</span>
            <button
              type="button"
              class="quiet small"
              aria-label={word('traffic.repeat.cancel', { n: message.chunk.seq })}
              onClick={() => {
                stopRepeat(id);
              }}
            >
              {word('traffic.cancel.short')}
            </button>
          </div>
        ))}
    </>
  );
}
