import { duration } from '../lib/duration';
import { age } from '../lib/format';
import type { Socket } from '../lib/wire';
import { counted, word, type Word } from '../lib/words';
import { now } from '../live/age';
import { tcpStateOf, useTcpInfo, type Info } from './use-tcp-info';
import { DetailText } from '../ui/detail-text';

const micros = (value: number) => (value < 1_000 ? `${value} µs` : duration(value / 1000));
const inBytes = (value: number) => counted('bytes', value);
const plain = (value: number) => String(value);

const SHOWN: readonly (readonly [string, Word, (value: number) => string])[] = [
  ['state', 'tcp.state', tcpStateOf],
  ['rtt', 'tcp.rtt', micros],
  ['rttvar', 'tcp.rttvar', micros],
  ['min_rtt', 'tcp.min-rtt', micros],
  ['snd_cwnd', 'tcp.cwnd', (value) => counted('tcp.segments', value)],
  ['snd_mss', 'tcp.mss', inBytes],
  ['rcv_mss', 'tcp.rcv-mss', inBytes],
  ['unacked', 'tcp.unacked', plain],
  ['retrans', 'tcp.retrans', plain],
  ['total_retrans', 'tcp.total-retrans', plain],
  ['notsent_bytes', 'tcp.notsent', inBytes],
  ['bytes_acked', 'tcp.acked', inBytes],
  ['bytes_received', 'tcp.received', inBytes],
  ['delivery_rate', 'tcp.rate', (value) => word('overview.rate', { size: inBytes(value) })],
];

/** What the kernel tells of the connection, and when it did. */
export function TcpInfo({ socket }: { socket: Socket }) {
  const { value, reload } = useTcpInfo(socket);
  return (
    <section class="tcp-tab" aria-labelledby="tcp-heading">
      <div class="section-head">
        <h2 id="tcp-heading">{word('tcp')}</h2>
        {value && <span class="hint">{word('tcp.observed', { age: age(Math.max(0, now.value - value.at)) })}</span>}
        {socket.state !== 'CLOSED' && (
          <button type="button" class="small" onClick={reload}>
            {word('tcp.refresh')}
          </button>
        )}
      </div>
      {socket.state === 'CLOSED' && <p class="hint">{word('tcp.closed')}</p>}
      {value &&
        (value.outcome.ok ? (
          <Values info={value.outcome.value} />
        ) : (
          <p class="problem" role="alert">
            <DetailText text={value.outcome.problem.detail} />
          </p>
        ))}
    </section>
  );
}

function Values({ info }: { info: Info }) {
  return (
    <dl class="detail-facts">
      {SHOWN.filter(([name]) => name in info).map(([name, title, text]) => (
        <div key={name}>
          <dt title={`tcpi_${name}`}>{word(title)}</dt>
          <dd>{typeof info[name] === 'number' ? text(info[name]) : word('tcp.unknown')}</dd>
        </div>
      ))}
    </dl>
  );
}
