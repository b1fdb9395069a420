import { useMemo } from 'preact/hooks';
import { CopyButton } from '../ui/copy-button';
import type { Range } from '../lib/bytes';
import { duration } from '../lib/duration';
import { bytes as byteCount } from '../lib/format';
import { counted, word } from '../lib/words';
import { directionWord } from '../traffic/columns';
import { clockTime } from '../lib/clock';
import { hrefOfTraffic } from '../live/source';
import type { Content } from './contents';
import { blocksOf, shown, type Piece, type Show } from './shown';
import { SILENCE, type Turn } from './turns';

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
      <a href={hrefOfTraffic(socketId, turn.key)}>{word('conversation.chunk', { n: turn.key })}</a>
      <span class="turn-size" title={counted('conversation.bytes', turn.size)}>
        {turn.delta !== null && turn.delta < SILENCE && (
          <span title={word('conversation.delta')}>{duration(turn.delta / 1000)} · </span>
        )}
        {byteCount(turn.size)}
        {turn.chunks.length > 1 && ` · ${counted('conversation.calls', turn.chunks.length)}`}
      </span>
      {turn.cut > 0 && <span class="cut">{counted('conversation.cut', turn.cut)}</span>}
      <CopyButton what={word('conversation.turn')} text={text} isIcon />
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
  if (turn.size === 0) return <p class="hint">{word('conversation.empty')}</p>;
  if (rest === 0) return null;
  if (bytes.length < limit && count < turn.chunks.length)
    return <p class="hint">{counted('conversation.loading', rest)}</p>;
  return (
    <p class="hint">
      {counted('conversation.rest', rest)}{' '}
      <button type="button" onClick={onShowAll}>
        {word('conversation.all')}
      </button>
    </p>
  );
}

/** Nobody said anything for so long. */
export function Silence({ delta }: { delta: number | null }) {
  if (delta === null || delta < SILENCE) return null;
  return <li class="silence">{word('conversation.silence', { time: duration(delta / 1000) })}</li>;
}
