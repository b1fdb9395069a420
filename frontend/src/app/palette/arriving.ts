import { signal } from '@preact/signals';
import { place } from '../../browser/router';

/** The place was gone to from where the focus cannot stay: it goes to what the place is about. */
export const arriving = signal(false);

/** What is run may go there only when something has been made, and wait there for more: the first place is its own. */
export async function arriveBy(run: () => void | Promise<void>): Promise<void> {
  const from = place.peek();
  const stop = place.subscribe((to) => {
    if (to === from) return;
    arriving.value = true;
    stop();
  });
  await run();
  stop();
}
