import { effect, untracked } from '@preact/signals';
import { keepWaits, resumeWaits } from '../call/runs';
import { feedState } from '../live/age';

/** A reload cuts calls off that wait: the page that comes after it asks for their answers, where the run is the same. */
export function startWaits(): void {
  addEventListener('pagehide', keepWaits);
  effect(() => {
    if (feedState.value === 'live') untracked(resumeWaits);
  });
}
