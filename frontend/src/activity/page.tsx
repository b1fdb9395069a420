import { go, place, withQuery } from '../browser/router';
import { save } from '../browser/save';
import { useTitle } from '../browser/title';
import { CallList, type Lead } from '../call/call-list';
import { CallRecordView } from '../call/call-record';
import { OperationCard } from '../call/operation-card';
import { printable } from '../lib/text';
import { counted, word } from '../lib/words';
import { waitings } from '../live/operations';
import type { CallRecord } from '../live/protocol';
import { asCsv, asJsonLines } from './export';
import { useActivity } from './store';
import { say } from '../ui/notices';
import { CLIENT, errorOf, FIELDS, matching, valuesOf, wantedIn, whoOf, type Wanted } from './wanted';
import { DetailText } from '../ui/detail-text';

/** Every call on this console, as it ends: who made it, on what, and what came of it. The newest stands on top. */
export default function Activity() {
  useTitle(word('rail.activity'));
  const { calls, problem } = useActivity();
  const query = place.value.searchParams;
  const wanted = wantedIn(query);
  const shown = matching(calls.value, wanted);
  const chosen = shown.find(({ seq }) => String(seq) === query.get('seq'));
  return (
    <section class="column activity" aria-labelledby="activity">
      <div class="strip">
        <h1 id="activity">{word('rail.activity')}</h1>
        <span class="hint" role="status">
          {counted('activity.count', shown.length)}
        </span>
        <Exports calls={shown} />
      </div>
      <Waits />
      <Filter calls={calls.value} wanted={wanted} />
      {problem.value && (
        <p class="problem" role="alert">
          <DetailText text={problem.value.detail} />
        </p>
      )}
      {shown.length === 0 ? (
        <NoCalls isFiltered={calls.value.length > 0} />
      ) : (
        <CallList name={word('rail.activity')} calls={shown.toReversed()} chosen={chosen} lead={LEAD} />
      )}
      {chosen && <Chosen record={chosen} />}
    </section>
  );
}

function NoCalls({ isFiltered }: { isFiltered: boolean }) {
  if (!isFiltered) return <p class="hint">{word('activity.none')}</p>;
  return (
    <p class="hint">
      {word('activity.none-fits')}{' '}
      <button
        type="button"
        class="small"
        onClick={() => {
          go(withQuery(Object.fromEntries(FIELDS.map((field) => [field, null]))), { replace: true });
        }}
      >
        {word('traffic.filter.clear')}
      </button>
    </p>
  );
}

/** Elements are dear. */
const MOST_WAITS = 50;

/** What has not ended yet, on whichever socket, or on none. */
function Waits() {
  const all = waitings.value;
  if (all.length === 0) return null;
  return (
    <section class="waits" aria-label={counted('app.waiting', all.length)}>
      {all.slice(0, MOST_WAITS).map((waiting) => (
        <OperationCard key={waiting.id} waiting={waiting} on={<SocketLink id={waiting.socket_id} />} />
      ))}
    </section>
  );
}

function SocketLink({ id }: { id: string | null }) {
  return id === null ? null : <a href={`/sockets/${encodeURIComponent(id)}`}>{printable(id)}</a>;
}

const LEAD: Lead = {
  heads: ['activity.who', 'activity.socket'],
  of: (record) => (
    <>
      <span class="whose">{whoOf(record) === CLIENT ? word('activity.client') : printable(whoOf(record))}</span>
      <span>{record.socket_id ?? ''}</span>
    </>
  ),
};

function Chosen({ record }: { record: CallRecord }) {
  const { socket_id, seq } = record;
  return (
    <CallRecordView record={record}>
      <p class="actions">
        {socket_id !== null && (
          <a href={`/sockets/${encodeURIComponent(socket_id)}/calls?seq=${seq}`}>
            {word('activity.on-socket', { socket: socket_id })}
          </a>
        )}
        <button
          type="button"
          onClick={() => {
            go(withQuery({ seq: null }), { replace: true });
          }}
        >
          {word('app.close')}
        </button>
      </p>
    </CallRecordView>
  );
}

function Exports({ calls }: { calls: readonly CallRecord[] }) {
  const put = (name: string, text: string, type: string) => () => {
    save(name, new TextEncoder().encode(text), type);
    say(word('traffic.exported', { name }));
  };
  return (
    <span class="exports">
      <button type="button" onClick={put('calls.jsonl', asJsonLines(calls), 'application/jsonl')}>
        {word('activity.json')}
      </button>
      <button type="button" onClick={put('calls.csv', asCsv(calls), 'text/csv')}>
        {word('activity.csv')}
      </button>
    </span>
  );
}

function Filter({ calls, wanted }: { calls: readonly CallRecord[]; wanted: Wanted }) {
  const results = [
    ['ok', word('activity.result.ok')],
    ['failed', word('activity.result.failed')],
    ...named(valuesOf(calls, errorOf)),
  ] as const;
  const whose = valuesOf(calls, whoOf).map((who) => [who, who === CLIENT ? word('activity.client') : who] as const);
  return (
    <form
      class="strip activity-filter"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <input
        type="search"
        aria-label={word('activity.text')}
        placeholder={word('activity.text.example')}
        value={wanted.text}
        onInput={({ currentTarget }) => {
          choose('text', currentTarget.value);
        }}
      />
      <Choice field="who" value={wanted.who} values={whose} />
      <Choice field="socket" value={wanted.socket} values={named(valuesOf(calls, ({ socket_id }) => socket_id))} />
      <Choice field="call" value={wanted.call} values={named(valuesOf(calls, ({ call }) => call))} />
      <Choice field="result" value={wanted.result} values={results} />
    </form>
  );
}

type Named = readonly (readonly [value: string, name: string])[];

function named(values: readonly string[]): Named {
  return values.map((value) => [value, value]);
}

function choose(field: keyof Wanted, value: string): void {
  go(withQuery({ [field]: value }), { replace: true });
}

interface ChoiceProps {
  field: 'who' | 'socket' | 'call' | 'result';
  value: string;
  values: Named;
}

/** One that is chosen stays to be seen, whether or not there is a call of it by now. */
function Choice({ field, value, values }: ChoiceProps) {
  const all = value === '' || values.some(([one]) => one === value) ? values : [...values, [value, value] as const];
  return (
    <select
      aria-label={word(`activity.${field}`)}
      value={value}
      onChange={({ currentTarget }) => {
        choose(field, currentTarget.value);
      }}
    >
      <option value="">{word(`activity.any.${field}`)}</option>
      {all.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}
