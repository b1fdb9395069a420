import { useSignal } from '@preact/signals';
import type { Outcome } from '../browser/api';
import { callFormOf } from '../call/call-forms';
import { makeCall } from '../call/make';
import { age } from '../lib/format';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { counted, word, type Word } from '../lib/words';
import { now } from '../live/age';

type Reading = Outcome<{ value: number }>;

interface Question {
  name: string;
  words: Word;
  tcp?: boolean;
  text?: (value: number) => string;
}

const QUESTIONS: readonly Question[] = [
  { name: 'FIONREAD', words: 'queues.unread' },
  { name: 'SIOCOUTQ', words: 'queues.untaken' },
  { name: 'SIOCOUTQNSD', words: 'queues.unsent', tcp: true },
  {
    name: 'SIOCATMARK',
    words: 'queues.mark',
    tcp: true,
    text: (value) => word(value === 0 ? 'queues.no' : 'queues.yes'),
  },
];

interface Read {
  at: number;
  readings: readonly Reading[];
}

/** What lies in the kernel's buffers. Asked for by hand: each question is a call, and in the list of calls. */
export function Queues({ socket: { id, proto } }: { socket: Socket }) {
  const read = useSignal<Read | null>(null);
  const questions = QUESTIONS.filter(({ tcp = false }) => !tcp || proto === 'IPPROTO_TCP');
  // What stands beside it keeps its place.
  if (callFormOf('ioctl') === null) return <section />;

  async function ask(): Promise<void> {
    const readings = await Promise.all(
      questions.map(({ name }) => makeCall<{ value: number }>('ioctl', id, { request: name })),
    );
    read.value = { at: Date.now(), readings };
  }

  return (
    <section aria-labelledby="queues-heading">
      <div class="section-head">
        <h2 id="queues-heading">{word('queues')}</h2>
        {read.value && (
          <span class="hint">{word('tcp.observed', { age: age(Math.max(0, now.value - read.value.at)) })}</span>
        )}
        <button type="button" class="small" onClick={() => void ask()}>
          {word('queues.read')}
        </button>
      </div>
      {read.value && (
        <dl class="detail-facts">
          {questions.map(({ name, words, text = inBytes }, index) => (
            <div key={name}>
              <dt title={name}>{word(words)}</dt>
              <dd>{answerText(read.value?.readings[index], text)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function inBytes(value: number): string {
  return counted('bytes', value);
}

/** A listener has nothing to send, another family no such queue. */
function answerText(reading: Reading | undefined, text: (value: number) => string): string {
  if (reading === undefined) return '';
  return reading.ok ? text(reading.value.value) : `✕ ${printable(reading.problem.symbol ?? reading.problem.detail)}`;
}
