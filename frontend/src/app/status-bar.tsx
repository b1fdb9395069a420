import { age, bytes, counted } from '../lib/format';
import { retryNow } from '../live/feed';
import { dataAge, feedState, paused, togglePause, type FeedState } from '../live/age';
import { announced, notice } from '../ui/notices';
import { stats } from '../live/stats';
import { Icon } from '../ui/icon';

const WORDS: Record<FeedState, string> = {
  locked: 'Signed out',
  connecting: 'Connecting',
  live: 'Live',
  paused: 'Paused',
  reconnecting: 'Reconnecting',
  stale: 'Stale',
};

/** How the page hears of the server, and what the server is doing. */
export function StatusBar() {
  return (
    <>
      <Feed />
      <Numbers />
      <span class="last">{notice}</span>
      <span class="visually-hidden" role="status">
        {announced}
      </span>
    </>
  );
}

/** The word alone is announced, not the age that ticks beside it. */
function Feed() {
  const state = feedState.value;
  return (
    <>
      <span class={`feed ${state}`} role="status">
        <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="4" class="solid" />
        </svg>
        {WORDS[state]}
      </span>
      <Age />
      {(state === 'live' || state === 'paused') && <PauseButton />}
      {(state === 'reconnecting' || state === 'stale') && (
        <button type="button" onClick={retryNow}>
          Retry now
        </button>
      )}
    </>
  );
}

function Age() {
  if (dataAge.value === null) return null;
  return <span class="age">updated {age(dataAge.value)}</span>;
}

function PauseButton() {
  return (
    <button type="button" title="Pause or resume (p)" onClick={togglePause}>
      <Icon name={paused.value ? 'resume' : 'pause'} />
      {paused.value ? 'Resume' : 'Pause'}
    </button>
  );
}

function Numbers() {
  if (stats.value === null) return null;
  const { open, waiting, received_rate, sent_rate, kept, dropped, viewers } = stats.value;
  return (
    <>
      <a href="/sockets">{counted(open, 'socket')}</a>
      <a href={`/sockets?filter=${encodeURIComponent(WAITING)}`}>{waiting.toLocaleString('en-US')} waiting</a>
      <span class="extra">in {bytes(received_rate)}/s</span>
      <span class="extra">out {bytes(sent_rate)}/s</span>
      <span class="extra">{bytes(kept)} kept</span>
      <span class={dropped > 0 ? 'lost' : ''}>{dropped.toLocaleString('en-US')} dropped</span>
      <span class="extra">{counted(viewers, 'viewer')}</span>
    </>
  );
}

const WAITING = 'waiting:any';
