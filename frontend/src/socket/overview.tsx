import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatAddress } from '../lib/address';
import type { Socket, SocketState } from '../lib/wire';
import { bytes, counted } from '../lib/format';
import { printable } from '../lib/text';
import { Composer } from '../composer/composer';
import { clockTime } from '../lib/clock';
import { CallLine } from '../call/call-line';
import { openLog } from '../live/calls-log';
import { Queues } from './queues';
import { TcpInfo } from './tcp-info';
import { TimeoutMode } from './timeout-mode';

const LAST = 5;

export function Overview({ socket }: { socket: Socket }) {
  const closed = socket.state === 'CLOSED';
  return (
    <div class="overview-tab">
      <section aria-labelledby="facts-heading">
        <h2 id="facts-heading">Facts</h2>
        <Facts socket={socket} />
        {!closed && <TimeoutMode socket={socket} />}
      </section>
      <LastCalls id={socket.id} />
      {!closed && <Queues socket={socket} />}
      {socket.proto === 'IPPROTO_TCP' && !closed && <TcpInfo id={socket.id} />}
      {!closed && <Composer socket={socket} />}
    </div>
  );
}

function Facts({ socket }: { socket: Socket }) {
  return (
    <dl class="detail-facts">
      <Fact name="State">{STATES[socket.state]}</Fact>
      <Fact name="Family">
        <code>{socket.family}</code>
      </Fact>
      <Fact name="Type">
        <code>{socket.type}</code>
      </Fact>
      <Fact name="Protocol">
        <code>{socket.proto}</code>
      </Fact>
      <Fact name="Descriptor">
        <code>{socket.fd}</code>
      </Fact>
      <Fact name="Local address">{formatAddress(socket.local_address) ?? 'not bound'}</Fact>
      <Fact name="Peer">
        {formatAddress(socket.peer_address) ?? 'none'}
        {socket.connected_to_itself && ': itself, so that it receives what it sends'}
      </Fact>
      <Fact name="Timeout">{timeoutText(socket.timeout)}</Fact>
      <Fact name="Opened">
        <time dateTime={socket.created_at} title={socket.created_at}>
          {clockTime(socket.created_at)}
        </time>{' '}
        by <code>{socket.origin}</code>
        <Parent socket={socket} />
      </Fact>
      <Fact name="→ Sent">
        <Amount count={socket.bytes_sent} />
      </Fact>
      <Fact name="← Received">
        <Amount count={socket.bytes_received} />
      </Fact>
      {socket.last_error !== null && (
        <Fact name="Last error">
          <a href={`/reference/errno/${encodeURIComponent(socket.last_error)}`}>{printable(socket.last_error)}</a>
        </Fact>
      )}
    </dl>
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

function Amount({ count }: { count: number }) {
  return <span title={counted(count, 'byte')}>{bytes(count)}</span>;
}

function Parent({ socket: { parent } }: { socket: Socket }) {
  return parent === null ? null : (
    <>
      {' '}
      of <a href={`/sockets/${encodeURIComponent(parent)}`}>{printable(parent)}</a>
    </>
  );
}

const STATES: Record<SocketState, string> = {
  UNCONNECTED: 'Created: neither bound nor connected',
  BOUND: 'Bound: has an address of its own',
  LISTENING: 'Listening: connections can be accepted',
  CONNECTING: 'Connecting: the peer has not answered yet',
  CONNECTED: 'Connected: bytes can pass both ways',
  CLOSED: 'Closed: its descriptor is gone',
};

export function timeoutText(timeout: number | null): string {
  if (timeout === null) return 'blocking: calls wait as long as it takes';
  return timeout === 0 ? 'non-blocking: calls never wait' : `calls wait ${timeout} s at most`;
}

function LastCalls({ id }: { id: string }) {
  const log = useMemo(() => openLog(id), [id]);
  const last = log.calls.value.slice(-LAST);
  return (
    <section aria-labelledby="last-heading">
      <h2 id="last-heading">Last calls</h2>
      {last.length === 0 ? (
        <p class="hint">No calls yet.</p>
      ) : (
        <ol class="last-calls">
          {last.map((record) => (
            <li key={record.seq} class="call-line">
              <CallLine record={record} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
