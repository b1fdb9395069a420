import { effect } from '@preact/signals';
import { isStale } from '../live/age';

/** What was true may be true no more: nothing on the page is in the colour of what goes well. */
export function markStale(): void {
  effect(() => {
    document.documentElement.toggleAttribute('data-stale', isStale.value);
  });
}
