import { useSignal, type Signal } from '@preact/signals';
import { word } from '../lib/words';
import { rateOf } from './rate-of';
import { KEPT, type Sample } from './throughput-samples';

const WIDTH = 360;
const HEIGHT = 72;

/** Its lines are as thick however wide it is. */
const STEADY = { 'vector-effect': 'non-scaling-stroke' } as const;

interface ChartProps {
  samples: readonly Sample[];
  isHeld: Signal<boolean>;
}

/** Received as an area, sent as a line. A pointer or the keys hold it; arrows move a cursor that tells one second. */
export function ThroughputChart({ samples, isHeld }: ChartProps) {
  const cursor = useSignal(0);
  const received = samples.map((sample) => sample.received);
  const sent = samples.map((sample) => sample.sent);
  const highest = Math.max(1, ...received, ...sent);
  const oldest = Math.max(0, samples.length - 1);
  const ago = Math.min(cursor.value, oldest);
  const [first, at] = [-oldest, -ago];
  const hold = (held: boolean) => () => {
    isHeld.value = held;
  };

  function move(event: KeyboardEvent): void {
    const to = { ArrowLeft: ago + 1, ArrowRight: ago - 1, Home: oldest, End: 0 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    cursor.value = Math.max(0, Math.min(to, oldest));
  }

  return (
    <figure>
      <span class="most">{isHeld.value ? told(samples, ago) : rateOf(highest === 1 ? 0 : highest)}</span>
      <div
        role="slider"
        aria-label={spoken(received, sent)}
        aria-valuemin={first}
        aria-valuemax={0}
        aria-valuenow={at}
        aria-valuetext={told(samples, ago)}
        tabIndex={0}
        onFocus={hold(true)}
        onBlur={hold(false)}
        onPointerEnter={hold(true)}
        onPointerLeave={hold(false)}
        onPointerMove={({ currentTarget, clientX }) => {
          const { right, width } = currentTarget.getBoundingClientRect();
          cursor.value = Math.max(0, Math.min(Math.round(((right - clientX) / width) * (KEPT - 1)), oldest));
        }}
        onKeyDown={move}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path {...STEADY} class="base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}M0 0.5H${WIDTH}`} />
          <polygon class="area" points={areaOf(received, highest)} />
          <polyline {...STEADY} class="in" points={lineOf(received, highest)} />
          <polyline {...STEADY} class="out" points={lineOf(sent, highest)} />
          {isHeld.value && <path {...STEADY} class="cursor" d={`M${xOf(KEPT - 1 - ago)} 0V${HEIGHT}`} />}
        </svg>
      </div>
      <figcaption>
        <span>{word('overview.ago', { n: KEPT })}</span>
        <span>{word(isHeld.value ? 'overview.throughput.held' : 'overview.now')}</span>
      </figcaption>
    </figure>
  );
}

function told(samples: readonly Sample[], ago: number): string {
  const { received, sent } = samples.at(-1 - ago) ?? { received: 0, sent: 0 };
  return word('overview.throughput.told', { n: ago, received: rateOf(received), sent: rateOf(sent) });
}

function spoken(received: readonly number[], sent: readonly number[]): string {
  const now = (values: readonly number[]) => rateOf(values.at(-1) ?? 0);
  const least = (values: readonly number[]) => rateOf(values.length === 0 ? 0 : Math.min(...values));
  const most = (values: readonly number[]) => rateOf(Math.max(0, ...values));
  return word('overview.throughput.spoken', {
    n: KEPT,
    received: now(received),
    leastReceived: least(received),
    mostReceived: most(received),
    sent: now(sent),
    leastSent: least(sent),
    mostSent: most(sent),
  });
}

/** The present is at the right end. */
function lineOf(values: readonly number[], highest: number): string {
  const y = (value: number) => HEIGHT - 1 - (value / highest) * (HEIGHT - 2);
  return values.map((value, index) => `${xOf(KEPT - values.length + index)},${y(value).toFixed(1)}`).join(' ');
}

function areaOf(values: readonly number[], highest: number): string {
  if (values.length === 0) return '';
  return `${xOf(KEPT - values.length)},${HEIGHT} ${lineOf(values, highest)} ${WIDTH},${HEIGHT}`;
}

function xOf(second: number): string {
  return ((second / (KEPT - 1)) * WIDTH).toFixed(1);
}
