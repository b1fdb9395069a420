import type { Chunk } from '../live/protocol';
import { hrefOfTraffic } from '../live/source';
import { loadGap } from '../live/traffic';
import type { Gap } from '../live/timeline';
import { sizeText } from '../lib/format';
import type { Needle } from '../lib/search';
import { printable } from '../lib/text';
import { counted, rich, word } from '../lib/words';
import { placed, type Place } from '../ui/rows';
import {
  directionWord,
  flagsText,
  micros,
  peerText,
  previewOf,
  seconds,
  timeText,
  type Clock,
  type Preview,
} from './columns';

export interface Layout {
  withSocket: boolean;
  withPeer: boolean;
  preview: Preview;
  needles: readonly Needle[];
}

interface ChunkRowProps {
  place: Place;
  chunk: Chunk;
  clock: Clock;
  layout: Layout;
  /** Whether the filter lets it through, in a view that shows the others too. */
  isMatch: boolean;
  isA: boolean;
}

export function ChunkRow({ place, chunk, clock, layout, isMatch, isA }: ChunkRowProps) {
  const marks = `${isMatch ? ' is-match' : ''}${isA ? ' is-a' : ''}`;
  return (
    <div {...rowProps(place)} class={`chunk is-${chunk.direction}${marks}`} title={flagsText(chunk)}>
      <span role="gridcell" class="number num">
        {isA && <abbr title={word('traffic.a.marked')}>A</abbr>}
        {chunk.by && <abbr title={word('traffic.by', { who: printable(chunk.by) })}>R</abbr>}
        {chunk.seq}
      </span>
      {layout.withSocket && (
        <span role="gridcell" class="socket">
          <a href={hrefOfTraffic(chunk.socket_id)} tabIndex={-1}>
            {printable(chunk.socket_id)}
          </a>
        </span>
      )}
      <span role="gridcell" class="time" title={chunk.time}>
        <Time text={timeText(chunk, clock)} />
      </span>
      <span role="gridcell" class="delta num" title={seconds(micros(chunk.time) - clock.previous)}>
        {seconds(micros(chunk.time) - clock.previous, 4)}
      </span>
      <span role="gridcell" class="direction">
        {directionWord(chunk)}
      </span>
      <span role="gridcell" class="call">
        {printable(chunk.call)}
      </span>
      <span role="gridcell" class="length num" title={sizeText(chunk)}>
        {chunk.length === undefined ? chunk.size : word('traffic.cut', { kept: chunk.size, all: chunk.length })}
      </span>
      {layout.withPeer && (
        <span role="gridcell" class="peer">
          {peerText(chunk)}
        </span>
      )}
      <span role="gridcell" class="preview">
        <PreviewText chunk={chunk} layout={layout} />
      </span>
    </div>
  );
}

/** A narrow list has the seconds alone. */
function Time({ text }: { text: string }) {
  const at = text.indexOf('.');
  return (
    <>
      {text.slice(0, at)}
      <span class="fraction">{text.slice(at)}</span>
    </>
  );
}

function PreviewText({ chunk, layout }: { chunk: Chunk; layout: Layout }) {
  return (
    <>
      {previewOf(chunk, layout.preview, layout.needles).map(({ text, kind }, index) =>
        kind === 'found' ? (
          <mark key={index}>{text}</mark>
        ) : kind === 'written' ? (
          <span key={index} class="written">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </>
  );
}

export function GapRow({ place, gap }: { place: Place; gap: Gap }) {
  return (
    <div {...rowProps(place)} class="chunk gap">
      <span role="gridcell">
        <GapWords gap={gap} />
      </span>
    </div>
  );
}

export function GapWords({ gap }: { gap: Gap }) {
  const chunks = counted('traffic.chunks', gap.gap);
  if (gap.lost) return <>{word('traffic.gap.lost', { chunks })}</>;
  return (
    <>
      {rich('traffic.gap', {
        chunks,
        load: (
          <button type="button" onClick={() => void loadGap(gap)}>
            {word('traffic.gap.load')}
          </button>
        ),
      })}
    </>
  );
}

function rowProps(place: Place) {
  return { ...placed(place), role: 'row' as const, 'aria-rowindex': place.index + 2, 'aria-selected': place.isAt };
}

export function ChunkHead({ layout }: { layout: Layout }) {
  const heads: readonly (readonly [string, string])[] = [
    ['number num', word('traffic.head.number')],
    ...(layout.withSocket ? ([['socket', word('traffic.head.socket')]] as const) : []),
    ['time', word('traffic.head.time')],
    ['delta num', word('traffic.head.delta')],
    ['direction', word('traffic.head.direction')],
    ['call', word('traffic.head.call')],
    ['length num', word('traffic.head.length')],
    ...(layout.withPeer ? ([['peer', word('traffic.head.peer')]] as const) : []),
    ['preview', word('traffic.head.preview')],
  ];
  return (
    <div role="row" aria-rowindex={1} class="chunk-head">
      {heads.map(([kind, text]) => (
        <span key={kind} role="columnheader" class={kind}>
          {text}
        </span>
      ))}
    </div>
  );
}
