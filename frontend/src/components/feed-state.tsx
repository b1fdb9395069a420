import { age, counted } from '../lib/format';
import { retryNow } from '../live/feed';
import { dataAge, feedState, type FeedState as State } from '../stores/feed';
import { total } from '../stores/sockets';

const WORDS: Record<State, string> = {
  locked: 'Signed out',
  connecting: 'Connecting',
  live: 'Live',
  paused: 'Paused',
  reconnecting: 'Reconnecting',
  stale: 'Stale',
};

/** The word alone is announced, not the age that ticks beside it. */
export function FeedState() {
  const state = feedState.value;
  return (
    <>
      <span class={`feed ${state}`} role="status">
        <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="4" class="solid" /></svg>
        {WORDS[state]}
      </span>
      <Age />
      {dataAge.value !== null && <span>{counted(total.value, 'open socket')}</span>}
      {(state === 'reconnecting' || state === 'stale') && <button type="button" onClick={retryNow}>Retry now</button>}
    </>
  );
}

function Age() {
  if (dataAge.value === null) return null;
  return <span class="age">updated {age(dataAge.value)}</span>;
}
