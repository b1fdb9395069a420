import { duration } from '../lib/duration';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import type { CallRecord } from '../live/protocol';
import { clockTime } from '../lib/clock';

/** A call that ended: when, what and, where that is not plain, on which socket, what came of it, how long it took. */
export function CallLine({ record, on = '' }: { record: CallRecord; on?: string }) {
  return (
    <>
      <time class="time" dateTime={record.started_at} title={record.started_at}>
        {clockTime(record.started_at)}
      </time>
      <code class="text">{printable(`${on} ${record.text}`.trimStart())}</code>
      <End record={record} />
      <span class="took">{duration(record.elapsed * 1000)}</span>
    </>
  );
}

/** A time-out and a cancel are ends, no failures. */
const MILD = new Set(['timeout', 'cancelled']);

function End({ record: { kind, symbol, result } }: { record: CallRecord }) {
  if (kind === null) return <code class="call-end">→ {printable(result ?? 'None')}</code>;
  if (MILD.has(kind))
    return <span class="call-end mild">◔ {word(kind === 'timeout' ? 'call.end.timeout' : 'call.end.cancelled')}</span>;
  return <span class="call-end failed">✕ {printable(symbol ?? kind)}</span>;
}
