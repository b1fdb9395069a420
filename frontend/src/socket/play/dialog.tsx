import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useId } from 'preact/hooks';
import { request, type Problem } from '../../browser/api';
import { useLoaded } from '../../browser/use-loaded';
import { formatAddress } from '../../lib/address';
import { bytes } from '../../lib/format';
import { printable } from '../../lib/text';
import type { Schemas, Socket, SocketList, Wire } from '../../lib/wire';
import { word } from '../../lib/words';
import { pathOf, type Recording } from '../../live/recordings';
import { answerBy, responderOf } from '../../live/responder';
import { DetailText } from '../../ui/detail-text';
import { talkOf } from './talk';

/** More are not offered. */
const MOST = 1_000;

type RecordedSocket = Wire<Schemas['RecordedSocket']>;

/** What a conversation can be taken from: a socket that is here, or one of a recording. */
interface Sources {
  sockets: readonly Socket[];
  recordings: readonly Recording[];
}

interface PlayProps {
  socket: Socket;
  close: () => void;
}

/** Which conversation the socket gives back, turn by turn. */
export function PlayDialog({ socket, close }: PlayProps) {
  const id = useId();
  const { value } = useLoaded(socket.id, (signal) => sourcesFor(socket, signal));
  const now = talkOf(responderOf(socket)?.recorded ?? '');
  const source = useSignal(now.recording ?? now.socket);
  const within = useSignal(now.recording === null ? null : now.socket);
  const refused = useSignal<Problem | null>(null);
  const all = value ? [...value.sockets, ...value.recordings] : [];
  const chosen = (all.find((one) => one.id === source.value) ?? all[0])?.id ?? '';
  const recording = value?.recordings.find((one) => one.id === chosen);
  const { value: inside } = useLoaded(recording?.id, (signal) => socketsIn(recording, signal));

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const of = within.peek() ?? inside?.[0]?.id;
    const recorded = recording && of !== undefined ? { recording: recording.id, socket: of } : chosen;
    refused.value = await answerBy(socket.id, { reply: 'recorded', recorded });
    if (refused.peek() === null) close();
  }

  if (value === null) return <p class="hint">{word('socket.loading')}</p>;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p class="hint">{word('played.hint')}</p>
      {chosen === '' ? (
        <p role="status">{word('played.none')}</p>
      ) : (
        <>
          <label for={`${id}-source`}>{word('played.source')}</label>
          <SourceChoice
            id={`${id}-source`}
            sources={value}
            chosen={chosen}
            choose={(name) => {
              source.value = name;
              within.value = null;
              refused.value = null;
            }}
          />
        </>
      )}
      {recording && inside && (
        <>
          <label for={`${id}-socket`}>{word('recordings.socket')}</label>
          <select
            id={`${id}-socket`}
            value={within.value ?? inside[0]?.id ?? ''}
            onChange={({ currentTarget }) => {
              within.value = currentTarget.value;
            }}
          >
            {inside.map((one) => (
              <Source key={one.id} source={one} />
            ))}
          </select>
        </>
      )}
      {refused.value !== null && (
        <p class="problem" role="alert">
          <DetailText text={refused.value.detail} />
        </p>
      )}
      <footer class="dialog-foot">
        <button type="button" onClick={close}>
          {word('traffic.again.not')}
        </button>
        <button class="primary" aria-disabled={chosen === ''}>
          {word('played.begin')}
        </button>
      </footer>
    </form>
  );
}

async function sourcesFor({ id }: Socket, signal: AbortSignal): Promise<Sources> {
  const [sockets, recordings] = await Promise.all([
    request<SocketList>('GET', '/sockets', { query: { limit: MOST }, signal }),
    request<{ items: readonly Recording[] }>('GET', '/recordings', { signal }),
  ]);
  return {
    sockets: sockets.ok ? sockets.value.items.filter((one) => one.id !== id && hasReceived(one)) : [],
    recordings: recordings.ok ? recordings.value.items.toReversed() : [],
  };
}

async function socketsIn(recording: Recording | undefined, signal: AbortSignal): Promise<RecordedSocket[] | null> {
  if (!recording) return null;
  const found = await request<{ items: RecordedSocket[] }>('GET', `${pathOf(recording.id)}/sockets`, { signal });
  return found.ok ? found.value.items.filter(hasReceived) : null;
}

function hasReceived({ bytes_received }: Pick<Socket, 'bytes_received'>): boolean {
  return bytes_received > 0;
}

interface SourceChoiceProps {
  id: string;
  sources: Sources;
  chosen: string;
  choose: (id: string) => void;
}

function SourceChoice({ id, sources: { sockets, recordings }, chosen, choose }: SourceChoiceProps) {
  return (
    <select
      id={id}
      value={chosen}
      onChange={({ currentTarget }) => {
        choose(currentTarget.value);
      }}
    >
      {sockets.length > 0 && (
        <optgroup label={word('rail.sockets')}>
          {sockets.map((one) => (
            <Source key={one.id} source={one} />
          ))}
        </optgroup>
      )}
      {recordings.length > 0 && (
        <optgroup label={word('recordings.title')}>
          {recordings.map((one) => (
            <option key={one.id} value={one.id}>
              {printable(one.name)} · {bytes(one.bytes)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

type Named = Pick<Socket, 'id' | 'family' | 'peer_address' | 'bytes_received'> & Partial<Pick<Socket, 'label'>>;

function Source({ source: { id, label, family, peer_address, bytes_received } }: { source: Named }) {
  const peer = formatAddress(peer_address) ?? family;
  return <option value={id}>{[id, label, peer, bytes(bytes_received)].filter(Boolean).map(said).join(' · ')}</option>;
}

function said(part: string | null | undefined): string {
  return printable(part ?? '');
}
