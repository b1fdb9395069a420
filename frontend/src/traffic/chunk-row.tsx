import type { Chunk } from '../live/protocol';
import { sizeText } from '../lib/format';
import { printable } from '../lib/text';
import { loadGap } from '../live/traffic';
import type { Gap } from '../live/timeline';
import {
  directionWord,
  flagsText,
  micros,
  peerText,
  previewText,
  seconds,
  timeText,
  type Clock,
  type Preview,
} from './columns';

export interface Layout {
  withSocket: boolean;
  withPeer: boolean;
  preview: Preview;
}

interface RowProps {
  id: string;
  index: number;
  top: number;
  active: boolean;
}

interface ChunkRowProps extends RowProps {
  chunk: Chunk;
  clock: Clock;
  layout: Layout;
}

export function ChunkRow({ chunk, clock, layout, ...row }: ChunkRowProps) {
  return (
    <div {...rowProps(row)} class={`chunk is-${chunk.direction}`}>
      <span role="gridcell" class="number">
        {chunk.seq}
      </span>
      {layout.withSocket && (
        <span role="gridcell" class="socket">
          <a href={`/sockets/${encodeURIComponent(chunk.socket_id)}/traffic`} tabIndex={-1}>
            {printable(chunk.socket_id)}
          </a>
        </span>
      )}
      <span role="gridcell" class="time" title={chunk.time}>
        {timeText(chunk, clock)}
      </span>
      <span role="gridcell" class="delta">
        {seconds(micros(chunk.time) - clock.previous)}
      </span>
      <span role="gridcell" class="direction">
        {directionWord(chunk)}
      </span>
      <span role="gridcell" class="call">
        <code>{printable(chunk.call)}</code>
      </span>
      <span role="gridcell" class="length" title={sizeText(chunk)}>
        {chunk.length === undefined ? chunk.size : `${chunk.size} of ${chunk.length}`}
      </span>
      <span role="gridcell" class="flags">
        {flagsText(chunk)}
      </span>
      {layout.withPeer && (
        <span role="gridcell" class="peer">
          {peerText(chunk)}
        </span>
      )}
      <span role="gridcell" class="preview">
        {previewText(chunk, layout.preview)}
      </span>
    </div>
  );
}

export function GapRow({ gap, ...row }: RowProps & { gap: Gap }) {
  const chunks = gap.gap === 1 ? '1 chunk' : `${gap.gap.toLocaleString('en-US')} chunks`;
  return (
    <div {...rowProps(row)} class="chunk gap">
      <span role="gridcell">
        {gap.lost ? (
          `Gap: ${chunks} that the server no longer has`
        ) : (
          <>
            Gap: {chunks} not received by this page ·{' '}
            <button type="button" onClick={() => void loadGap(gap)}>
              Load
            </button>
          </>
        )}
      </span>
    </div>
  );
}

/** Rows have no handlers of their own: the grid asks which one was hit. */
export function rowIndex(target: EventTarget | null): number | null {
  const row = target instanceof Element && !target.closest('a, button') ? target.closest('.chunk') : null;
  return row ? Number(row.getAttribute('aria-rowindex')) - 2 : null;
}

function rowProps({ id, index, top, active }: RowProps) {
  return {
    id,
    role: 'row' as const,
    'aria-rowindex': index + 2,
    'aria-selected': active,
    style: { transform: `translateY(${top}px)` },
  };
}

export function ChunkHead({ layout }: { layout: Layout }) {
  return (
    <div role="row" aria-rowindex={1} class="chunk-head">
      <span role="columnheader" class="number">
        n
      </span>
      {layout.withSocket && (
        <span role="columnheader" class="socket">
          Socket
        </span>
      )}
      <span role="columnheader" class="time">
        Time
      </span>
      <span role="columnheader" class="delta">
        <abbr title="Seconds since the row above">Δ</abbr>
      </span>
      <span role="columnheader" class="direction">
        Direction
      </span>
      <span role="columnheader" class="call">
        Call
      </span>
      <span role="columnheader" class="length">
        Length
      </span>
      <span role="columnheader" class="flags">
        Flags
      </span>
      {layout.withPeer && (
        <span role="columnheader" class="peer">
          Peer
        </span>
      )}
      <span role="columnheader" class="preview">
        Preview
      </span>
    </div>
  );
}
