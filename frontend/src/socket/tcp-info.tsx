import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request, type Outcome } from '../browser/api';
import { duration } from '../lib/duration';

type Info = Record<string, number | null>;

/** As in the kernel's tcp_states.h. */
const STATES = [
  '',
  'ESTABLISHED',
  'SYN-SENT',
  'SYN-RECEIVED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'TIME-WAIT',
  'CLOSED',
  'CLOSE-WAIT',
  'LAST-ACK',
  'LISTEN',
  'CLOSING',
  'NEW-SYN-RECEIVED',
];

const micros = (value: number) => (value < 1_000 ? `${value} µs` : duration(value / 1000));

const SHOWN: readonly (readonly [string, string, (value: number) => string])[] = [
  ['state', 'State', (value) => STATES[value] ?? String(value)],
  ['rtt', 'Round trip', micros],
  ['rttvar', 'Its variation', micros],
  ['snd_cwnd', 'Congestion window', (value) => `${value} segments`],
  ['snd_mss', 'Segment size', (value) => `${value} bytes`],
  ['retrans', 'Being sent again', String],
  ['total_retrans', 'Sent again so far', String],
  ['notsent_bytes', 'Not sent yet', (value) => `${value.toLocaleString('en-US')} bytes`],
];

/** What the kernel tells of the connection, when it is asked. */
export function TcpInfo({ id }: { id: string }) {
  const outcome = useSignal<Outcome<Info> | null>(null);
  const refresh = async () => {
    outcome.value = await request<Info>('GET', `/sockets/${encodeURIComponent(id)}/tcp_info`);
  };
  useEffect(() => void refresh(), [id]);
  return (
    <section aria-labelledby="tcp-heading">
      <h2 id="tcp-heading">TCP, as the kernel sees it</h2>
      {outcome.value !== null &&
        (outcome.value.ok ? (
          <Info info={outcome.value.value} />
        ) : (
          <p class="problem">{outcome.value.problem.detail}</p>
        ))}
      <button type="button" onClick={() => void refresh()}>
        Refresh TCP info
      </button>
    </section>
  );
}

function Info({ info }: { info: Info }) {
  return (
    <dl class="detail-facts">
      {SHOWN.map(([name, words, text]) => (
        <div key={name}>
          <dt title={`tcpi_${name}`}>{words}</dt>
          <dd>{typeof info[name] === 'number' ? text(info[name]) : 'this kernel does not say'}</dd>
        </div>
      ))}
    </dl>
  );
}
