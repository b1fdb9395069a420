import { age } from '../lib/format';
import { word } from '../lib/words';
import { dataAge, isStale } from '../live/age';
import { lastRun } from '../live/last-run';
import { FormerRun } from './former-run';

/** Says across the page that it shows the past, or what of the past is gone. */
export function Banner() {
  const run = lastRun.value;
  if (isStale.value) return <Stale />;
  return run && <FormerRun key={run.epoch} run={run} />;
}

/** The sentence is told once; the age beside it goes on. */
function Stale() {
  return (
    <p class="banner">
      <span role="status">{word('banner.silent')}</span>{' '}
      <time>{word('banner.age', { age: age(dataAge.value ?? 0) })}</time>
    </p>
  );
}
