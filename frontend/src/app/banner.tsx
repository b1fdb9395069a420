import { notLoaded } from '../browser/load';
import { age } from '../lib/format';
import { word } from '../lib/words';
import { dataAge, feedState } from '../live/age';

/** Says across the page what is wrong with all of it. */
export function Banner() {
  return (
    <>
      {feedState.value === 'stale' && (
        <p class="banner">{word('app.banner.stale', { age: age(dataAge.value ?? 0) })}</p>
      )}
      {notLoaded.value !== null && <NotLoaded why={notLoaded.value} />}
    </>
  );
}

function NotLoaded({ why }: { why: 'outdated' | 'unreachable' }) {
  return (
    <p class="banner" role="alert">
      {word(`app.banner.${why}`)}{' '}
      <button
        type="button"
        onClick={() => {
          location.reload();
        }}
      >
        {word('app.banner.reload')}
      </button>
    </p>
  );
}
