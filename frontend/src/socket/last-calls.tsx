import { place } from '../browser/router';
import { CallLine } from '../call/call-line';
import { word } from '../lib/words';
import { language } from '../lib/dictionary';
import { useCallLog } from '../live/calls-log';
import { hrefOfTab } from './tabs';

const LAST = 12;

/** The newest first. */
export function LastCalls({ id }: { id: string }) {
  const { calls, total, problem } = useCallLog(id, LAST);
  return (
    <section aria-labelledby="last-heading">
      <div class="section-head">
        <h2 id="last-heading">{word('overview.calls')}</h2>
        {total > 0 && (
          <a href={hrefOfTab(id, 'calls', place.value)}>
            {word('overview.calls.all', { n: total.toLocaleString(language) })}
          </a>
        )}
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem.detail}
        </p>
      )}
      {!problem && calls.length === 0 && <p class="hint">{word('overview.calls.none')}</p>}
      {calls.length > 0 && (
        <ol class="last-calls">
          {calls
            .slice(-LAST)
            .toReversed()
            .map((record) => (
              <li key={record.seq} class="call-line">
                <CallLine record={record} />
              </li>
            ))}
        </ol>
      )}
    </section>
  );
}
