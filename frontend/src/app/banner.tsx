import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { load, notLoaded } from '../browser/load';
import { age } from '../lib/format';
import { word } from '../lib/words';
import { dataAge, isStale } from '../live/age';
import { lastRun, type LastRun } from '../live/last-run';

const formerRun = signal<typeof import('./former-run').FormerRun | null>(null);

/** Says across the page what is wrong with all of it, or what of it is gone. */
export function Banner() {
  const run = lastRun.value;
  return (
    <>
      {isStale.value && <Stale />}
      {notLoaded.value !== null && !(isStale.value && notLoaded.value === 'unreachable') && (
        <NotLoaded why={notLoaded.value} />
      )}
      {!isStale.value && run && <Former key={run.epoch} run={run} />}
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

/** Loaded where there is one: few runs end under a page. */
function Former({ run }: { run: LastRun }) {
  useEffect(() => void look(), []);
  return formerRun.value && <formerRun.value run={run} />;
}

async function look(): Promise<void> {
  formerRun.value = (await load(() => import('./former-run')))?.FormerRun ?? null;
}
