import type { ComponentChildren } from 'preact';
import { isPhone } from '../browser/media';
import { age, bytes } from '../lib/format';
import { counted, word } from '../lib/words';
import { dataAge, feedState, paused, togglePause } from '../live/age';
import { retryNow } from '../live/feed';
import { stats } from '../live/stats';
import { Icon } from '../ui/icon';
import { announced, notice } from '../ui/notices';
import { DetailText } from '../ui/detail-text';

/** How the page hears of the server, and what the server is doing. */
export function StatusBar() {
  return (
    <>
      <Feed />
      <Numbers />
      {notice.value !== '' && (
        <span class={isPhone.value ? 'last' : 'cut last'}>
          <DetailText text={notice.value} />
        </span>
      )}
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
        {word(`app.feed.${state}`)}
      </span>
      {dataAge.value !== null && <span class="age">{age(dataAge.value)}</span>}
      {(state === 'live' || state === 'paused') && <PauseButton />}
      {(state === 'reconnecting' || state === 'stale') && (
        <button type="button" onClick={retryNow}>
          {word('app.retry')}
        </button>
      )}
    </>
  );
}

function PauseButton() {
  const name = word(paused.value ? 'app.resume' : 'app.pause');
  return (
    <button type="button" class="quiet" title={word('app.pause.title')} aria-label={name} onClick={togglePause}>
      <Icon name={paused.value ? 'resume' : 'pause'} />
    </button>
  );
}

function Numbers() {
  if (stats.value === null) return null;
  const { open, waiting, received_rate, sent_rate, kept, dropped } = stats.value;
  return (
    <>
      <Count href="/sockets">{counted('app.open', open)}</Count>
      <Count href="/activity">{counted('app.waiting', waiting)}</Count>
      <span class="extra received" title={word('app.received')}>
        ← {bytes(received_rate)}/s
      </span>
      <span class="extra sent" title={word('app.sent')}>
        → {bytes(sent_rate)}/s
      </span>
      <span class="extra">{word('app.kept', { size: bytes(kept) })}</span>
      <span class={dropped > 0 ? 'lost' : 'extra'}>{counted('app.dropped', dropped)}</span>
    </>
  );
}

function Count({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="tally" href={href}>
      {children}
    </a>
  );
}
