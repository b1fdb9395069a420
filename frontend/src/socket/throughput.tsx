import type { ReadonlySignal } from '@preact/signals';
import { bytes } from '../lib/format';
import { word } from '../lib/words';
import { KEPT, type Sample } from './throughput-samples';

const WIDTH = 360;
const HEIGHT = 72;

interface ThroughputProps {
  name: string;
  samples: ReadonlySignal<readonly Sample[]>;
}

/** What passed in the last minute: received as an area, sent as a line. */
export function Throughput({ name, samples }: ThroughputProps) {
  const all = samples.value;
  const received = all.map((sample) => sample.received);
  const sent = all.map((sample) => sample.sent);
  const highest = Math.max(1, ...received, ...sent);
  const rate = (values: readonly number[]) => word('overview.rate', { size: bytes(values.at(-1) ?? 0) });
  return (
    <section class="throughput" aria-labelledby="throughput-heading">
      <div class="section-head">
        <h2 id="throughput-heading">{name}</h2>
        <span class="received">← {rate(received)}</span>
        <span class="sent">→ {rate(sent)}</span>
      </div>
      <figure>
        <span class="most">{word('overview.rate', { size: bytes(highest === 1 ? 0 : highest) })}</span>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={spoken(received, sent)}
        >
          <path class="base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}M0 0.5H${WIDTH}`} />
          <polygon class="area" points={areaOf(received, highest)} />
          <polyline class="in" points={lineOf(received, highest)} />
          <polyline class="out" points={lineOf(sent, highest)} />
        </svg>
        <figcaption>
          <span>{word('overview.ago', { n: KEPT })}</span>
          <span>{word('overview.now')}</span>
        </figcaption>
      </figure>
    </section>
  );
}

function spoken(received: readonly number[], sent: readonly number[]): string {
  const now = (values: readonly number[]) => bytes(values.at(-1) ?? 0);
  const most = (values: readonly number[]) => bytes(Math.max(0, ...values));
  return word('overview.throughput.spoken', {
    n: KEPT,
    received: now(received),
    sent: now(sent),
    mostReceived: most(received),
    mostSent: most(sent),
  });
}

/** The present is at the right end. */
function lineOf(values: readonly number[], highest: number): string {
  const x = (index: number) => ((KEPT - values.length + index) / (KEPT - 1)) * WIDTH;
  const y = (value: number) => HEIGHT - 1 - (value / highest) * (HEIGHT - 2);
  return values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
}

function areaOf(values: readonly number[], highest: number): string {
  if (values.length === 0) return '';
  const first = ((KEPT - values.length) / (KEPT - 1)) * WIDTH;
  return `${first.toFixed(1)},${HEIGHT} ${lineOf(values, highest)} ${WIDTH},${HEIGHT}`;
}
