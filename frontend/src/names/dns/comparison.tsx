import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useInView } from '../../ui/use-in-view';
import { FailedCard } from '../../call/failed-card';
import { printable } from '../../lib/text';
import { rich, word } from '../../lib/words';
import { addressesOfLibc, hasFoundOut, refusalOf } from './answer';
import { ask, NOTHING, type Asked, type Comparison as Known } from './ask';
import { Became } from './became';
import { differences, type Answered, type Answers } from './differences';
import { furtherServer } from './lookup';
import { SideBySide } from './side-by-side';

/** One question asked of libc and of each name server, what each says, and why they differ. */
export function Comparison({ query }: { query: URLSearchParams }) {
  const name = query.get('name') ?? '';
  const [known, again] = useComparison(query);
  const answers = answersOf(name, known);
  const among = { ...known, asked: known.asked.filter(wasAsked) };
  const section = useRef<HTMLElement>(null);
  useInView(section, answers.waits, document.activeElement !== document.body);
  return (
    <section ref={section} class="result" aria-labelledby="names-dns">
      <h2 id="names-dns">{rich('names.dns.result', { name: <code>{printable(name)}</code> })}</h2>
      {known.host?.ok === false && (
        <FailedCard
          problem={known.host.problem}
          call={{ name: 'dns_servers', text: 'dns_servers()' }}
          onRetry={again}
        />
      )}
      <Became known={among} />
      <SideBySide known={among} />
      <Differing answers={answers} />
    </section>
  );
}

function useComparison(query: URLSearchParams): readonly [Known, () => void] {
  const known = useSignal(NOTHING);
  const turn = useSignal(0);
  useEffect(() => {
    const control = new AbortController();
    known.value = NOTHING;
    ask(
      query.get('name') ?? '',
      furtherServer(query),
      (change) => {
        if (!control.signal.aborted) known.value = change(known.peek());
      },
      control.signal,
    ).catch(() => undefined);
    return () => {
      control.abort();
    };
  }, [query.toString(), turn.value]);
  return [
    known.value,
    () => {
      turn.value++;
    },
  ];
}

function answersOf(name: string, { host, libc, asked }: Known): Answers {
  return {
    name,
    nsswitch: host?.ok ? (host.value.nsswitch ?? null) : null,
    libc: libc && hasFoundOut(libc) ? addressesOfLibc(libc) : null,
    servers: asked.filter(hasAnswered),
    waits: host === null || libc === null || !asked.every(hasAnswered),
  };
}

/** What was not is told with why. */
function wasAsked({ found }: Asked): boolean {
  return found === null || refusalOf(found) === null;
}

function hasAnswered(asked: Asked): asked is Asked & Answered {
  return asked.found !== null;
}

function Differing({ answers }: { answers: Answers }) {
  return (
    <div class="side">
      <h3>
        {word('names.dns.differing')}{' '}
        <span role="status" class="hint">
          {answers.waits && word('names.dns.waiting')}
        </span>
      </h3>
      <ul>
        {differences(answers).map(({ says, values }) => (
          <li key={says + Object.values(values).join(' ')}>{printable(word(says, values))}</li>
        ))}
      </ul>
    </div>
  );
}
