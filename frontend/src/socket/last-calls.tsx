import { request } from '../browser/api';
import { place } from '../browser/router';
import { useLoaded } from '../browser/use-loaded';
import { CallLine } from '../call/call-line';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { language } from '../lib/dictionary';
import { recentCalls } from '../live/calls';
import { useCallLog } from '../live/calls-log';
import type { CallRecord } from '../live/protocol';
import { epoch } from '../live/run';
import { hrefOfTab } from './tabs';
import { connectionsOf } from './throughput-samples';
import { DetailText } from '../ui/detail-text';

const LAST = 12;

/** The newest first; of a listener those on its connections too. */
export function LastCalls({ socket: { id, state } }: { socket: Socket }) {
  const { calls: own, total, problem } = useCallLog(id, LAST);
  const isListener = state === 'LISTENING';
  const theirs = useCallsOnConnections(isListener ? id : null);
  const calls = [...own, ...theirs].toSorted((one, other) => one.seq - other.seq).slice(-LAST);
  const byResponder = calls.filter(({ by }) => by === 'responder').length;
  return (
    <section aria-labelledby="last-heading">
      <div class="section-head">
        <h2 id="last-heading">{word('overview.calls')}</h2>
        {byResponder > 0 && <span class="hint">{word('overview.calls.by-responder', { n: byResponder })}</span>}
        {total > 0 && (
          <a href={hrefOfTab(id, 'calls', place.value)}>
            {word(isListener ? 'overview.calls.own' : 'overview.calls.all', { n: total.toLocaleString(language) })}
          </a>
        )}
      </div>
      {problem && (
        <p class="problem" role="alert">
          <DetailText text={problem.detail} />
        </p>
      )}
      {!problem && calls.length === 0 && <p class="hint">{word('overview.calls.none')}</p>}
      {calls.length > 0 && (
        <ol class="last-calls">
          {calls.toReversed().map((record) => (
            <li key={record.seq} class="call-line">
              <CallLine record={record} on={isListener ? (record.socket_id ?? '') : ''} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Of the latest calls of all sockets, and those that ended since. */
const LOOKED_THROUGH = 200;

function useCallsOnConnections(listener: string | null): readonly CallRecord[] {
  const { value } = useLoaded(`${listener ?? ''} ${epoch.value ?? ''}`, (signal) =>
    listener === null
      ? Promise.resolve(null)
      : request<{ items: CallRecord[] }>('GET', '/calls', { query: { limit: LOOKED_THROUGH }, signal }),
  );
  if (listener === null) return [];
  const past = value?.ok ? value.value.items : [];
  const last = past.at(-1)?.seq ?? 0;
  const connections = new Set(connectionsOf(listener).map(({ id }) => id));
  return [...past, ...recentCalls.value.filter(({ seq }) => seq > last)].filter(({ socket_id }) =>
    connections.has(socket_id ?? ''),
  );
}
