import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { aboutHref } from '../errors/explanations';
import { formatAddress } from '../lib/address';
import { clockTime } from '../lib/clock';
import { age, bytes } from '../lib/format';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { counted, rich, word } from '../lib/words';
import { now } from '../live/age';
import { conditionOf } from '../live/state-look';
import { TimeoutMode } from './timeout-mode';
import { tcpStateOf, useTcpInfo, type Observed } from './use-tcp-info';

/** What is known of the socket, and where it may be old, how old it is. */
export function Facts({ socket }: { socket: Socket }) {
  const { value: tcp } = useTcpInfo(socket);
  return (
    <section class="facts-section" aria-labelledby="facts-heading">
      <h2 id="facts-heading">{word('overview.facts')}</h2>
      <dl class="detail-facts">
        <Fact name={word('overview.state')}>{word(`overview.state.${conditionOf(socket)}`)}</Fact>
        <Fact name={word('overview.local')}>
          <code>{formatAddress(socket.local_address) ?? word('socket.unbound')}</code>
        </Fact>
        <Fact name={word('overview.peer')}>
          <Peer socket={socket} />
        </Fact>
        <Fact name={word('overview.family')}>
          <code>{socket.family}</code>
        </Fact>
        <Fact name={word('overview.type')}>
          <code>{socket.type}</code>, <code>{socket.proto}</code>
        </Fact>
        <Fact name={word('overview.descriptor')}>
          <code>{socket.fd}</code>
        </Fact>
        <Fact name={word('overview.opened')}>
          <Opened socket={socket} />
        </Fact>
        {tcp && <TcpFacts socket={socket} tcp={tcp} />}
        <Waiting socket={socket} />
        <Fact name={word('overview.moved')}>
          <Amount arrow="←" kind="received" count={socket.bytes_received} />{' '}
          <Amount arrow="→" kind="sent" count={socket.bytes_sent} />
        </Fact>
        {socket.last_error !== null && (
          <Fact name={word('overview.error')}>
            <a href={aboutHref(socket.last_error)}>{printable(socket.last_error)}</a>
          </Fact>
        )}
      </dl>
    </section>
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

function Peer({ socket }: { socket: Socket }) {
  const peer = formatAddress(socket.peer_address);
  if (peer === null) return <>{word(socket.peer_ended === null ? 'overview.none' : 'overview.peer.gone')}</>;
  return (
    <>
      <code>{peer}</code>
      {socket.connected_to_itself && <> {word('overview.itself')}</>}
    </>
  );
}

function Opened({ socket: { created_at, origin, parent } }: { socket: Socket }) {
  const time = (
    <time dateTime={created_at} title={created_at}>
      {clockTime(created_at)}
    </time>
  );
  const by = <code>{origin}</code>;
  const of =
    parent === null ? null : (
      <>
        {' '}
        {rich('overview.opened.of', {
          socket: <a href={`/sockets/${encodeURIComponent(parent)}`}>{printable(parent)}</a>,
        })}
      </>
    );
  return (
    <>
      {rich('overview.opened.by', { time, by })}
      {of}, {age(Math.max(0, now.value - Date.parse(created_at)))}
    </>
  );
}

/** Of a listener the kernel counts there how many wait to be accepted, and how many may. */
function TcpFacts({ socket, tcp: { outcome, at } }: { socket: Socket; tcp: Observed }) {
  if (!outcome.ok) return null;
  const { state, unacked, sacked } = outcome.value;
  const observed = <span class="hint">{word('tcp.observed', { age: age(Math.max(0, now.value - at)) })}</span>;
  return (
    <>
      {typeof state === 'number' && (
        <Fact name={word('tcp.state')}>
          {tcpStateOf(state)} {observed}
        </Fact>
      )}
      {socket.state === 'LISTENING' && typeof unacked === 'number' && typeof sacked === 'number' && (
        <Fact name={word('overview.backlog')}>{word('overview.backlog.of', { n: unacked, most: sacked })}</Fact>
      )}
    </>
  );
}

/** How long calls wait, and the form that changes it. */
function Waiting({ socket }: { socket: Socket }) {
  const changing = useSignal(false);
  return (
    <Fact name={word('overview.timeout')}>
      {timeoutText(socket.timeout)}{' '}
      {socket.state !== 'CLOSED' && (
        <button
          type="button"
          class="link"
          aria-expanded={changing.value}
          onClick={() => {
            changing.value = !changing.peek();
          }}
        >
          {word('overview.change')}
        </button>
      )}
      {changing.value && <TimeoutMode socket={socket} />}
    </Fact>
  );
}

function timeoutText(timeout: number | null): string {
  if (timeout === null) return word('overview.timeout.blocking');
  return timeout === 0 ? word('overview.timeout.non-blocking') : word('overview.timeout.seconds', { n: timeout });
}

function Amount({ arrow, kind, count }: { arrow: string; kind: 'sent' | 'received'; count: number }) {
  return (
    <span class={kind} title={counted('bytes', count)}>
      {arrow} <span class="visually-hidden">{word(`overview.${kind}`)}</span> {bytes(count)}
    </span>
  );
}
