import { useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { word } from '../lib/words';
import { MenuButton } from '../ui/menu';
import { rateOf } from './rate-of';
import { ThroughputChart } from './throughput-chart';
import type { Sample } from './throughput-samples';
import { ThroughputTable } from './throughput-table';

interface ThroughputProps {
  name: string;
  samples: ReadonlySignal<readonly Sample[]>;
}

/** What passed in the last minute, as a chart or as a table of the same numbers. It stands still for who is at it. */
export function Throughput({ name, samples }: ThroughputProps) {
  const asTable = useSignal(false);
  const isHeld = useSignal(false);
  const shown = useHeld(samples, isHeld);
  const now = shown.at(-1) ?? { received: 0, sent: 0 };
  return (
    <section class="throughput" aria-labelledby="throughput-heading">
      <div class="section-head">
        <h2 id="throughput-heading">{name}</h2>
        <span class="received">← {rateOf(now.received)}</span>
        <span class="sent">→ {rateOf(now.sent)}</span>
        <MenuButton
          name={word('overview.throughput.more')}
          icon="more"
          items={() => [
            {
              name: word(asTable.value ? 'overview.throughput.as-chart' : 'overview.throughput.as-table'),
              run: () => {
                asTable.value = !asTable.value;
              },
            },
          ]}
        />
      </div>
      {asTable.value ? <ThroughputTable samples={shown} /> : <ThroughputChart samples={shown} isHeld={isHeld} />}
    </section>
  );
}

/** What there is, or was when it began to be held. */
function useHeld(samples: ReadonlySignal<readonly Sample[]>, isHeld: Signal<boolean>): readonly Sample[] {
  const held = useRef(samples.value);
  if (!isHeld.value) held.current = samples.value;
  return held.current;
}
