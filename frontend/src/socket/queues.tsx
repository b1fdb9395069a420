import { useSignal } from '@preact/signals';
import type { Outcome } from '../browser/api';
import { makeCall } from '../call/make';
import type { Socket } from '../lib/wire';
import { counted } from '../lib/format';
import { printable } from '../lib/text';
import { descriptorOf } from '../call/descriptors';

type Reading = Outcome<{ value: number }>;

interface Question {
  name: string;
  words: string;
  tcp?: boolean;
  text?: (value: number) => string;
}

const QUESTIONS: readonly Question[] = [
  { name: 'FIONREAD', words: 'Received, not read' },
  { name: 'SIOCOUTQ', words: 'Sent, not taken by the peer' },
  { name: 'SIOCOUTQNSD', words: 'Of these not yet on the wire', tcp: true },
  {
    name: 'SIOCATMARK',
    words: 'Next byte is the urgent one',
    tcp: true,
    text: (value) => (value === 0 ? 'no' : 'yes'),
  },
];

/** What lies in the kernel's buffers. Asked for by hand: each question is a call, and in the list of calls. */
export function Queues({ socket: { id, proto } }: { socket: Socket }) {
  const readings = useSignal<readonly Reading[]>([]);
  const questions = QUESTIONS.filter(({ tcp = false }) => !tcp || proto === 'IPPROTO_TCP');
  if (descriptorOf('ioctl') === null) return null;

  async function read(): Promise<void> {
    readings.value = await Promise.all(questions.map(({ name }) => ask(id, name)));
  }

  return (
    <section aria-labelledby="queues-heading">
      <h2 id="queues-heading">In the kernel’s buffers</h2>
      {readings.value.length > 0 && (
        <dl class="detail-facts">
          {questions.map(({ name, words, text = inBytes }, index) => (
            <div key={name}>
              <dt title={name}>{words}</dt>
              <dd>{answerText(readings.value[index], text)}</dd>
            </div>
          ))}
        </dl>
      )}
      <button type="button" onClick={() => void read()}>
        Read the queues
      </button>
    </section>
  );
}

function ask(id: string, name: string): Promise<Reading> {
  return makeCall('ioctl', id, { request: name });
}

function inBytes(value: number): string {
  return counted(value, 'byte');
}

/** A listener has nothing to send, another family no such queue. */
function answerText(reading: Reading | undefined, text: (value: number) => string): string {
  if (reading === undefined) return '';
  return reading.ok ? text(reading.value.value) : `✕ ${printable(reading.problem.symbol ?? reading.problem.detail)}`;
}
