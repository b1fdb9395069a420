import { counted, word } from '../../lib/words';
import { useRef } from 'preact/hooks';
import { useInView } from '../../ui/use-in-view';
import type { Address, Socket } from '../../lib/wire';
import { formatAddress } from '../../lib/address';
import { fromBase64, toHex } from '../../lib/bytes';
import { duration } from '../../lib/duration';
import { toEscapes } from '../../lib/encodings';
import { printable, wordOf } from '../../lib/text';
import { kindOf } from '../../lib/kind';

/** Bytes of an answer that are shown; all of them are in the traffic. */
const SHOWN = 256;

/** What a call returned. */
export function Answer({ value, took }: { value: unknown; took: number }) {
  const answer = useRef<HTMLDivElement>(null);
  const members = membersOf(value);
  useInView(answer, value);
  return (
    <div ref={answer} class="answer-of-call">
      <p role="status">
        {word(members.length === 0 ? 'form.done.none' : 'form.done')}{' '}
        <span class="hint">{word('form.took', { time: duration(took) })}</span>
      </p>
      {members.length > 0 && (
        <dl class="returned">
          {members.map(([name, member]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Member name={name} value={member} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** A socket or an address that is the whole answer is one member. */
function membersOf(value: unknown): [string, unknown][] {
  if (value === null || value === undefined) return [];
  if (isSocket(value)) return [['socket', value]];
  if (isAddress(value)) return [['address', value]];
  return Object.entries(value);
}

function Member({ name, value }: { name: string; value: unknown }) {
  if (name === 'data' && typeof value === 'string') return <Bytes base64={value} />;
  if (isSocket(value)) return <SocketLink socket={value} />;
  if (isAddress(value)) return <code>{formatAddress(value) ?? word('form.empty')}</code>;
  if (Array.isArray(value)) return <List name={name} values={value} />;
  if (typeof value === 'object' && value !== null) return <Pairs of={value} />;
  if (name === 'sockets' && typeof value === 'string') return <a href={hrefOf(value)}>{printable(value)}</a>;
  return <code>{value === null ? 'None' : printable(wordOf(value))}</code>;
}

function List({ name, values }: { name: string; values: readonly unknown[] }) {
  if (values.length === 0) return <span class="hint">{word('form.empty')}</span>;
  if (!values.some((value) => typeof value === 'object')) return <Words name={name} values={values} />;
  return (
    <ul>
      {values.map((value, index) => (
        <li key={index}>
          <Member name={name} value={value} />
        </li>
      ))}
    </ul>
  );
}

/** Ids of sockets, numbers. */
function Words({ name, values }: { name: string; values: readonly unknown[] }) {
  return (
    <>
      {values.map((value, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <Member name={name} value={value} />
        </span>
      ))}
    </>
  );
}

/** A line of a file, a control message and what it says. */
function Pairs({ of }: { of: object }) {
  const members: [string, unknown][] = Object.entries(of);
  return (
    <>
      {members.map(([name, member]) => (
        <span key={name} class="pair">
          <span class="hint">{name}</span> <Member name={name} value={member} />{' '}
        </span>
      ))}
    </>
  );
}

function Bytes({ base64 }: { base64: string }) {
  const bytes = fromBase64(base64);
  if (bytes.length === 0) return <span class="hint">{word('form.no-bytes')}</span>;
  const shown = bytes.subarray(0, SHOWN);
  const more = bytes.length > SHOWN ? ` … ${counted('form.more', bytes.length - SHOWN)}` : '';
  return (
    <span class="bytes-of-answer">
      <code>
        {toEscapes(shown)}
        {more}
      </code>
      <code class="hint">
        {toHex(shown)}
        {more}
      </code>
    </span>
  );
}

function SocketLink({ socket }: { socket: Socket }) {
  return (
    <a href={hrefOf(socket.id)}>
      {printable(socket.id)} {kindOf(socket)}
    </a>
  );
}

function hrefOf(id: string): string {
  return `/sockets/${encodeURIComponent(id)}`;
}

function isSocket(value: unknown): value is Socket {
  return typeof value === 'object' && value !== null && 'bytes_sent' in value;
}

function isAddress(value: unknown): value is Address {
  return typeof value === 'object' && value !== null && 'family' in value && !('fd' in value);
}
