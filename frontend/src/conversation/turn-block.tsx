import { useMemo } from 'preact/hooks';
import { CopyButton } from '../ui/copy-button';
import type { Range } from '../lib/bytes';
import { bytes as byteCount, counted } from '../lib/format';
import { directionWord, seconds } from '../traffic/columns';
import { clockTime } from '../lib/clock';
import type { Content } from './contents';
import { blocksOf, shown, type Piece, type Show } from './shown';
import type { Turn } from './turns';

interface TurnBlockProps {
  socketId: string;
  turn: Turn;
  content: Content;
  show: Show;
  columns: number;
  hits: readonly Range[];
  /** Where the hit begins that the person went to. */
  at: number | null;
  onShowAll: () => void;
}

export function TurnBlock({ socketId, turn, content, show, columns, hits, at, onShowAll }: TurnBlockProps) {
  const { bytes } = content;
  const blocks = useMemo(() => blocksOf(shown(bytes, show, columns, hits)), [bytes, show, columns, hits]);
  const current = at === null ? -1 : hits.findIndex(({ from }) => from === at);
  const body = useMemo(
    () => (
      <pre class="turn-bytes">
        {blocks.map((pieces, index) => (
          <Block key={index} pieces={pieces} current={current} />
        ))}
      </pre>
    ),
    [blocks, current],
  );
  return (
    <li class={`turn is-${turn.direction}`} data-turn={turn.key} tabIndex={-1}>
      <Head socketId={socketId} turn={turn} text={() => shown(bytes, show, columns).text} />
      {bytes.length > 0 && body}
      <Rest turn={turn} content={content} onShowAll={onShowAll} />
    </li>
  );
}

function Head({ socketId, turn, text }: { socketId: string; turn: Turn; text: () => string }) {
  const [first] = turn.chunks;
  if (!first) return null;
  return (
    <div class="turn-head">
      <strong>{directionWord(first)}</strong>
      <time dateTime={first.time} title={first.time}>
        {clockTime(first.time)}
      </time>
      {turn.delta !== null && <span title="Seconds since the end of the turn before">Δ {seconds(turn.delta)}</span>}
      <span title={counted(turn.size, 'byte')}>
        {byteCount(turn.size)} in {counted(turn.chunks.length, 'call')}
      </span>
      {turn.cut > 0 && <span class="cut">{counted(turn.cut, 'byte')} cut off</span>}
      <a href={`/sockets/${encodeURIComponent(socketId)}/traffic?chunk=${turn.key}`}>Chunk {turn.key}</a>
      <CopyButton what="turn" text={text} />
    </div>
  );
}

function Block({ pieces, current }: { pieces: readonly Piece[]; current: number }) {
  return (
    <span class="block">
      {pieces.map(({ text, hit }, index) =>
        hit === null ? (
          text
        ) : (
          <mark key={index} aria-current={hit === current ? 'true' : undefined}>
            {text}
          </mark>
        ),
      )}
    </span>
  );
}

/** What is not shown of the turn, and why. */
function Rest({
  turn,
  content: { bytes, limit, count },
  onShowAll,
}: Pick<TurnBlockProps, 'turn' | 'content' | 'onShowAll'>) {
  const rest = turn.size - bytes.length;
  if (turn.size === 0) return <p class="hint">No bytes</p>;
  if (rest === 0) return null;
  if (bytes.length < limit && count < turn.chunks.length) return <p class="hint">Loading {counted(rest, 'byte')}</p>;
  return (
    <p class="hint">
      {counted(rest, 'byte')} more{' '}
      <button type="button" onClick={onShowAll}>
        Show all
      </button>
    </p>
  );
}
