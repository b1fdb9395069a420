import { signal } from '@preact/signals';
import { place } from '../../browser/router';

/** The place was gone to from where the focus cannot stay: it goes to what the place is about. */
export const arriving = signal(false);

export function arriveBy(run: () => void): void {
  const from = place.peek();
  run();
  arriving.value = place.peek() !== from;
}
