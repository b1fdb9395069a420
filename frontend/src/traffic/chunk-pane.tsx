import type { Chunk } from '../live/protocol';
import { sizeText } from '../lib/format';
import { printable } from '../lib/text';
import { indexFrom, isGap, type Entry } from '../live/timeline';
import { BytesPane } from '../hex/bytes-pane';
import { directionWord, flagsText, peerText } from './columns';
import { clockTime } from '../lib/clock';

interface ChunkPaneProps {
  seq: number;
  rows: readonly Entry[];
  withSocket: boolean;
}

export function ChunkPane({ seq, rows, withSocket }: ChunkPaneProps) {
  const entry = rows[indexFrom(rows, seq)];
  const chunk = entry && !isGap(entry) && entry.seq === seq ? entry : null;
  return (
    <section class="chunk-pane" aria-labelledby="chunk-heading">
      <h2 id="chunk-heading">Chunk {seq}</h2>
      {chunk && <Facts chunk={chunk} withSocket={withSocket} />}
      <BytesPane seq={seq} />
    </section>
  );
}

function Facts({ chunk, withSocket }: { chunk: Chunk; withSocket: boolean }) {
  const facts = [printable(chunk.call), sizeText(chunk), `offset ${chunk.offset}`, flagsText(chunk), peerText(chunk)];
  return (
    <p class="chunk-facts">
      <span class={`is-${chunk.direction}`}>{directionWord(chunk)}</span>
      <time dateTime={chunk.time} title={chunk.time}>
        {clockTime(chunk.time)}
      </time>
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      {withSocket && (
        <a href={`/sockets/${encodeURIComponent(chunk.socket_id)}/traffic`}>Open {printable(chunk.socket_id)}</a>
      )}
    </p>
  );
}
