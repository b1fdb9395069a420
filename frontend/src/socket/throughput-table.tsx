import { word } from '../lib/words';
import { rateOf } from './rate-of';
import type { Sample } from './throughput-samples';

/** The numbers of the chart, the newest first. */
export function ThroughputTable({ samples }: { samples: readonly Sample[] }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
    <div class="table-scroller" tabIndex={0} role="group" aria-labelledby="throughput-heading">
      <table>
        <thead>
          <tr>
            <th class="number">{word('overview.throughput.ago')}</th>
            <th class="number">← {word('overview.received')}</th>
            <th class="number">→ {word('overview.sent')}</th>
          </tr>
        </thead>
        <tbody>
          {samples.toReversed().map(({ received, sent }, ago) => (
            <tr key={ago}>
              <td class="number">{ago}</td>
              <td class="number">{rateOf(received)}</td>
              <td class="number">{rateOf(sent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
