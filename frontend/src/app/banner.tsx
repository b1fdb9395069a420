import { age } from '../lib/format';
import { dataAge, feedState } from '../live/age';

/** Says across the page that it shows the past. */
export function Banner() {
  if (feedState.value !== 'stale') return null;
  return <p class="banner">The server does not answer; what you see is from {age(dataAge.value ?? 0)}.</p>;
}
