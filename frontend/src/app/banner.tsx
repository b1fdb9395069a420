import { notLoaded } from '../browser/load';
import { age } from '../lib/format';
import { word } from '../lib/words';
import { dataAge, isStale } from '../live/age';
import { lastRun } from '../live/last-run';
import { FormerRun } from './former-run';

/** Says across the page what is wrong with all of it, or what of it is gone. */
export function Banner() {
  const run = lastRun.value;
  return (
    <>
      {isStale.value && <Stale />}
      {notLoaded.value !== null && <NotLoaded why={notLoaded.value} />}
      {!isStale.value && run && <FormerRun key={run.epoch} run={run} />}
    </>
  );
}

/** The sentence is told once; the age beside it goes on. */
function Stale() {
  return (
    <p class="banner">
      <span role="status">{word('app.banner.silent')}</span> {word('app.banner.age', { age: age(dataAge.value ?? 0) })}
    </p>
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
