import type { ComponentChildren } from 'preact';
import { aboutHref } from '../errors/explanations';
import { duration } from '../lib/duration';
import { printable } from '../lib/text';
import { rich, word } from '../lib/words';
import type { CallRecord } from '../live/protocol';
import { CopyButton } from '../ui/copy-button';

/** All that is known of one call. */
export function CallRecordView({ record, children }: { record: CallRecord; children?: ComponentChildren }) {
  const { seq, text, started_at, elapsed, result, kind, detail } = record;
  return (
    <section class="call-record" aria-labelledby="record-heading">
      <div class="section-head">
        <h2 id="record-heading">{word('calls.record', { n: seq })}</h2>
        <CopyButton what={word('calls.as-python')} text={() => `s.${text}`} />
      </div>
      <dl class="detail-facts">
        <Fact name={word('calls.call')}>
          <code>{printable(text)}</code>
        </Fact>
        <Fact name={word('calls.began')}>{started_at}</Fact>
        <Fact name={word('calls.took')}>{duration(elapsed * 1000)}</Fact>
        {kind === null ? (
          <Fact name={word('calls.returned')}>
            <code>{printable(result ?? 'None')}</code>
          </Fact>
        ) : (
          <Fact name={word('calls.ended')}>
            <Ended record={record} />
          </Fact>
        )}
        {detail !== null && <Fact name={word('calls.because')}>{printable(detail)}</Fact>}
      </dl>
      {children}
    </section>
  );
}

function Ended({ record: { kind, symbol, errno } }: { record: CallRecord }) {
  if (symbol === null) return <>{kind}</>;
  return (
    <>
      {kind} · {rich('calls.about', { symbol: <a href={aboutHref(symbol)}>{symbol}</a> })} ({errno})
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
