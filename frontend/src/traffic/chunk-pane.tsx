import type { Bytes } from '../lib/bytes';
import { sizeText } from '../lib/format';
import type { Needle } from '../lib/search';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { clockTime } from '../lib/clock';
import type { Chunk } from '../live/protocol';
import { hrefOfTraffic } from '../live/source';
import { indexFrom, isGap, type Entry } from '../live/timeline';
import { BytesPane } from '../hex/bytes-pane';
import { Icon } from '../ui/icon';
import { directionWord, flagsText, peerText } from './columns';
import { closeChunk } from './wishes';

interface ChunkPaneProps {
  seq: number;
  rows: readonly Entry[];
  withSocket: boolean;
  needles: readonly Needle[];
  a: number | null;
  onMark: (seq: number) => void;
  onMenu: (chunk: Chunk, chosen: Bytes, at: { x: number; y: number }) => void;
}

/** The bytes of the chosen chunk, below the list. */
export function ChunkPane({ seq, rows, withSocket, needles, a, onMark, onMenu }: ChunkPaneProps) {
  const chunk = chunkOf(rows, seq);
  const mark = () => {
    onMark(seq);
  };
  return (
    <section class="chunk-pane" aria-labelledby="chunk-heading" data-pane tabIndex={-1}>
      <BytesPane
        seq={seq}
        facts={<Facts seq={seq} chunk={chunk} withSocket={withSocket} />}
        tools={() => (
          <>
            <button type="button" class="quiet small" title={word('traffic.compare.title')} onClick={mark}>
              {compareWord(a, seq)}
            </button>
            <CloseButton />
          </>
        )}
        needles={needles}
        onMark={mark}
        onMenu={(chosen, at) => {
          if (chunk) onMenu(chunk, chosen, at);
        }}
      />
    </section>
  );
}

export function chunkOf(rows: readonly Entry[], seq: number): Chunk | null {
  const entry = rows[indexFrom(rows, seq)];
  return entry && !isGap(entry) && entry.seq === seq ? entry : null;
}

export function compareWord(a: number | null, seq: number): string {
  if (a === null) return word('traffic.compare.mark');
  return a === seq ? word('traffic.compare.unmark') : word('traffic.compare.with', { n: a });
}

function CloseButton() {
  return (
    <button
      type="button"
      class="quiet small icon-only"
      aria-label={word('traffic.chunk.close')}
      title={word('traffic.chunk.close')}
      onClick={closeChunk}
    >
      <Icon name="close" />
    </button>
  );
}

function Facts({ seq, chunk, withSocket }: { seq: number; chunk: Chunk | null; withSocket: boolean }) {
  return (
    <p class="chunk-facts">
      {chunk && <strong class={`is-${chunk.direction}`}>{directionWord(chunk)}</strong>}
      <span id="chunk-heading">
        <span class="visually-hidden">{word('traffic.chunk')}</span> #{seq}
      </span>
      {chunk && (
        <>
          <code>{printable(chunk.call)}</code>
          <span>{word('traffic.chunk.size', { size: sizeText(chunk), offset: chunk.offset })}</span>
          <time dateTime={chunk.time} title={chunk.time}>
            {clockTime(chunk.time)}
          </time>
          <span>{[flagsText(chunk), peerText(chunk)].filter((fact) => fact !== '').join(' · ')}</span>
          {withSocket && (
            <a href={hrefOfTraffic(chunk.socket_id, seq)}>{word('traffic.open', { id: printable(chunk.socket_id) })}</a>
          )}
        </>
      )}
    </p>
  );
}
