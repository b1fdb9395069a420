import { counted, word } from '../lib/words';
import { dropped } from '../live/traffic';
import type { View } from './view';

/** What is not shown any more, and why. */
export function Left({ view }: { view: View }) {
  const cleared = view.hidden();
  if (dropped.value === 0 && cleared === 0) return null;
  return (
    <p class="traffic-left">
      {dropped.value > 0 && <span>{counted('traffic.dropped', dropped.value)}</span>}
      {cleared > 0 && (
        <>
          <span>{counted('traffic.cleared', cleared)}</span>
          <button
            type="button"
            class="quiet small"
            onClick={() => {
              view.showAll();
            }}
          >
            {word('traffic.cleared.show')}
          </button>
        </>
      )}
    </p>
  );
}
