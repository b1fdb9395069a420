import type { ComponentChildren } from 'preact';
import { GoOn } from '../call/outcome';
import { receivedText, type Received } from '../call/receiving';
import { latestOn, run as make, type Run } from '../call/runs';
import type { Call } from '../call/make';
import { formatAddress } from '../lib/address';
import { fromBase64 } from '../lib/bytes';
import { toEscapes } from '../lib/encodings';
import { printable } from '../lib/text';
import type { Schemas, Socket } from '../lib/wire';
import { rich, word } from '../lib/words';
import { sentText } from './sending';

/** Bytes of what was received that stand in the line: all of them are in the traffic. */
const SHOWN = 24;

interface ToldProps {
  socket: Socket;
  /** What is said in its place as long as nothing came: with both the foot would be higher. */
  otherwise?: string;
}

/** What came of the last call that was made at the foot or at the head: words, where it did not fail. */
export function Told({ socket, otherwise = '' }: ToldProps) {
  const latest = latestOn(socket.id);
  const told = latest && textOf(socket, latest.call, latest.run);
  return (
    <p role="status" class={told ? 'told' : 'told cut'} title={told ? undefined : otherwise}>
      {told ?? otherwise}
    </p>
  );
}

function textOf(socket: Socket, call: Call, run: Run): ComponentChildren {
  if (run.kind === 'told')
    return (
      <>
        {run.text} <GoOn rest={run.rest} onGoOn={(rest) => void make(rest, 'bar')} />
      </>
    );
  return run.kind === 'answered' ? answerText(socket, call, run.value) : null;
}

function answerText(socket: Socket, call: Call, value: unknown): ComponentChildren {
  if (call.name.startsWith('send')) return sentText(call, value as Schemas['Sent'] | null);
  if (call.name.startsWith('recv')) return <ReceivedText socket={socket} received={value as Received} />;
  if (call.name === 'accept') return <AcceptedText accepted={value as Schemas['Accepted']} />;
  return word('composer.done', { call: printable(call.text) });
}

function ReceivedText({ socket, received }: { socket: Socket; received: Received }) {
  const bytes = fromBase64(received.data);
  return (
    <>
      {receivedText(socket, received)}
      {bytes.length > 0 && (
        <>
          {' '}
          <code>
            {toEscapes(bytes.subarray(0, SHOWN))}
            {bytes.length > SHOWN && '…'}
          </code>
        </>
      )}
    </>
  );
}

/** The new socket is a step away. */
function AcceptedText({ accepted: { conn, address } }: { accepted: Schemas['Accepted'] }) {
  const from = formatAddress(address ?? null);
  const open = (
    <a class="button small" href={`/sockets/${encodeURIComponent(conn.id)}`}>
      {word('composer.open', { id: printable(conn.id) })}
    </a>
  );
  return from === null
    ? rich('composer.accepted', { id: printable(conn.id), open })
    : rich('composer.accepted.from', { id: printable(conn.id), address: from, open });
}
