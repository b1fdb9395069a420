import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { request, type Problem } from '../../browser/api';
import { useLoaded } from '../../browser/use-loaded';
import { fromBase64, toBase64, toHex } from '../../lib/bytes';
import { parse, toEscapes } from '../../lib/encodings';
import { bytes } from '../../lib/format';
import type { Schemas } from '../../lib/wire';
import { word } from '../../lib/words';
import { Select } from './fields';
import { prefixed, type Rule, type Written } from './form';

type Trial = Schemas['ResponderTrial'];
type Tried = Schemas['TriedMessage'];
type Notation = 'escapes' | 'hex';

const PING = [0x50, 0x49, 0x4e, 0x47];

interface TryOutProps {
  written: Written;
  /** What is wrong with the rules, null where nothing is. */
  onJudged: (problem: Problem | null) => void;
}

/** What a message would meet, before anything is saved. */
export function TryOut({ written, onJudged }: TryOutProps) {
  const id = useId();
  const notation = useSignal<Notation>('escapes');
  const typed = useSignal('');
  const message = parse(notation.value, typed.value);
  const example = prefixed(written.framing, PING);
  const body = { ...written, message: { data: toBase64(message.ok ? message.bytes : new Uint8Array()) } };
  const { value } = useLoaded(JSON.stringify(body), async (signal) => {
    if (typed.peek() === '' && written.rules.every(({ on }) => isOfMessages(on))) return null;
    const tried = await request<Trial>('POST', '/responders/try', { body, signal });
    onJudged(tried.ok ? null : tried.problem);
    return tried.ok ? tried.value : null;
  });
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (value) result.current?.scrollIntoView({ block: 'nearest' });
  }, [value]);
  return (
    <section class="try-out" aria-labelledby={id}>
      <div class="section-head">
        <h3 id={id}>{word('rules.try')}</h3>
        <Select
          label={word('composer.notation')}
          value={notation.value}
          options={{ escapes: word('rules.text'), hex: word('rules.hex') }}
          onValue={(chosen) => {
            notation.value = chosen;
          }}
        />
        <input
          class="code"
          aria-label={word('rules.try.message')}
          placeholder={notation.value === 'hex' ? '50 49 4e 47 0a' : String.raw`PING\n`}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={!message.ok}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </div>
      {example && <p class="hint">{word('rules.try.prefix', { bytes: toHex(example) })}</p>}
      <div ref={result} role="status">
        {message.ok ? <Result trial={value} /> : <p class="problem">{message.message}</p>}
      </div>
    </section>
  );
}

function isOfMessages(on: Rule['on']): boolean {
  return (on ?? 'data') === 'data';
}

function Result({ trial }: { trial: Trial | null }) {
  if (trial === null) return <p class="hint">{word('rules.try.hint')}</p>;
  return (
    <>
      {trial.open && <Met tried={trial.open} at={word('rules.on.open')} />}
      {trial.items.map((tried, index) => (
        <Met key={index} tried={tried} />
      ))}
      {trial.unfinished > 0 && <p class="hint">{word('rules.try.unfinished', { size: bytes(trial.unfinished) })}</p>}
      {trial.end && <Met tried={trial.end} at={word('rules.on.end')} />}
    </>
  );
}

/** @param at when it is, where that is not a message */
function Met({ tried: { message, rule, groups, reply, delay, then }, at }: { tried: Tried; at?: string }) {
  return (
    <dl class="detail-facts">
      {at === undefined ? (
        <Fact name={word('rules.try.message')} base64={message} />
      ) : (
        <div>
          <dt>{word('rules.part.on')}</dt>
          <dd>{at}</dd>
        </div>
      )}
      <div>
        <dt>{word('rules.try.meets')}</dt>
        <dd>{rule === null ? word('rules.try.none') : word('rules.try.rule', { n: rule + 1 })}</dd>
      </div>
      {groups.slice(1).map((group, index) => (
        <Fact key={index} name={`$${index + 1}`} base64={group} />
      ))}
      {rule !== null && <Fact name={word('rules.try.reply')} base64={reply} />}
      {(delay > 0 || then !== null) && (
        <div>
          <dt>{word('rules.part.then')}</dt>
          <dd>
            {delay > 0 && word('rules.try.after', { n: delay })} {then !== null && word(`rules.then.${then}`)}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** So much is shown; more is to be had from the socket itself. */
const SHOWN = 512;

function Fact({ name, base64 }: { name: string; base64: string }) {
  const found = fromBase64(base64);
  const shown = found.subarray(0, SHOWN);
  return (
    <div>
      <dt>{name}</dt>
      <dd title={toHex(shown)}>
        <code>{toEscapes(shown)}</code>
        {found.length > SHOWN && '…'} <span class="hint">{bytes(found.length)}</span>
      </dd>
    </div>
  );
}
