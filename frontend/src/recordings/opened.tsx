import { request, type Outcome } from '../browser/api';
import { go, place, withQuery } from '../browser/router';
import { useTitle } from '../browser/title';
import { useLoaded } from '../browser/use-loaded';
import { Conversation } from '../conversation/conversation';
import { formatAddress } from '../lib/address';
import { language } from '../lib/dictionary';
import { bytes } from '../lib/format';
import { printable } from '../lib/text';
import type { Schemas, Wire } from '../lib/wire';
import { word } from '../lib/words';
import { pathOf, recordings, useRecordings } from '../live/recordings';
import { LIMIT } from '../live/traffic';
import { TrafficPane } from '../traffic/traffic-pane';
import { Icon } from '../ui/icon';
import { DetailText } from '../ui/detail-text';

type RecordedSocket = Wire<Schemas['RecordedSocket']>;
type Answer = Outcome<{ items: RecordedSocket[] }>;

/** A recording as it is read: what passed, or what one of its sockets and its peer said. */
export function Opened({ id }: { id: string }) {
  const { value } = useLoaded<Answer>(id, (signal) => request('GET', `${pathOf(id)}/sockets`, { signal }));
  useRecordings();
  const item = recordings.value?.items.find((candidate) => candidate.id === id);
  const name = item?.name ?? id;
  useTitle(`${name} – ${word('recordings.title')}`);
  const query = place.value.searchParams;
  const sockets = value?.ok ? value.value.items : [];
  const talks = query.get('view') === 'conversation';
  const socket = query.get('socket') ?? (talks ? (sockets[0]?.id ?? null) : null);
  return (
    <section class="column traffic-page fill" aria-labelledby="recording">
      <header class="traffic-head">
        <h1>
          <a class="back" href="/recordings" aria-label={word('recordings.back')}>
            <Icon name="back" />
          </a>
          <span class="cut" id="recording" title={name}>
            {printable(name)}
          </span>
        </h1>
        {item && (
          <span class="chip off">{word('recordings.one', { state: word(`recordings.state.${item.state}`) })}</span>
        )}
        <div class="traffic-tools" hidden={value?.ok === false}>
          {item && item.packets > LIMIT && (
            <span class="hint">{word('recordings.first', { n: LIMIT.toLocaleString(language) })}</span>
          )}
          <Views talks={talks} />
          <Sockets sockets={sockets} chosen={socket} isAllToo={!talks} />
        </div>
      </header>
      {value?.ok === false ? (
        <p class="problem" role="alert">
          <DetailText text={value.problem.detail} />
        </p>
      ) : talks && socket !== null ? (
        <Conversation socketId={socket} recorded={id} />
      ) : (
        <TrafficPane socketId={socket} recorded={id} />
      )}
    </section>
  );
}

function Views({ talks }: { talks: boolean }) {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{word('recordings.view')}</legend>
      {([false, true] as const).map((conversation) => (
        <label key={String(conversation)}>
          <input
            type="radio"
            name="recording-view"
            checked={talks === conversation}
            onChange={() => {
              go(withQuery({ view: conversation ? 'conversation' : null, chunk: null }));
            }}
          />
          <span>{word(conversation ? 'socket.tab.conversation' : 'rail.traffic')}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SocketsProps {
  sockets: readonly RecordedSocket[];
  chosen: string | null;
  isAllToo: boolean;
}

function Sockets({ sockets, chosen, isAllToo }: SocketsProps) {
  return (
    <select
      aria-label={word('recordings.socket')}
      value={chosen ?? ''}
      onChange={({ currentTarget }) => {
        go(withQuery({ socket: currentTarget.value || null, chunk: null }));
      }}
    >
      {isAllToo && <option value="">{word('recordings.of.all')}</option>}
      {sockets.map((socket) => (
        <option key={socket.id} value={socket.id}>
          {nameOf(socket)}
        </option>
      ))}
    </select>
  );
}

function nameOf({ id, family, peer_address, bytes_sent, bytes_received }: RecordedSocket): string {
  const peer = formatAddress(peer_address) ?? family;
  return `${printable(id)} · ${printable(peer)} · ${bytes(bytes_sent + bytes_received)}`;
}
