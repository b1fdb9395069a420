import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request, type Outcome } from '../browser/api';
import { duration } from '../lib/duration';
import { printable } from '../lib/text';
import { counted, word } from '../lib/words';
import { lookupAt, queryOf } from './calls';
import { callText } from './code';
import { linesOf } from './lines';

type Answer = Record<string, unknown>;

/** Two look-ups beside each other; what only one of them has is marked. */
export function Compare({ query }: { query: URLSearchParams }) {
  const one = useAnswer(query.get('one') ?? '');
  const other = useAnswer(query.get('other') ?? '');
  const lines = useComputed(() => [linesOf(one.value), linesOf(other.value)] as const);
  const [left, right] = lines.value;
  const differing = [...left.filter((line) => !right.includes(line)), ...right.filter((line) => !left.includes(line))];
  const ready = one.value !== null && other.value !== null;
  if (!asksForTwo(query)) return <p>{word('names.compare.hint')}</p>;
  return (
    <section class="compared" aria-labelledby="names-compared">
      <h2 id="names-compared">{word('names.compared')}</h2>
      <p role="status" class="hint">
        {ready
          ? differing.length === 0
            ? word('names.equal')
            : counted('names.differ', differing.length)
          : word('names.waiting')}
      </p>
      <div class="beside">
        <Side href={query.get('one') ?? ''} outcome={one.value} lines={left} others={right} />
        <Side href={query.get('other') ?? ''} outcome={other.value} lines={right} others={left} />
      </div>
    </section>
  );
}

function asksForTwo(query: URLSearchParams): boolean {
  return ['one', 'other'].every((side) => lookupAt(query.get(side) ?? '') !== null);
}

function useAnswer(href: string) {
  const outcome = useSignal<Outcome<Answer> | null>(null);
  const asked = lookupAt(href);
  useEffect(() => {
    if (asked === null) return;
    const control = new AbortController();
    outcome.value = null;
    const { call, query } = asked;
    request<Answer>('GET', call.path, { query: queryOf(call, query), signal: control.signal }).then(
      (found) => {
        outcome.value = found;
      },
      () => undefined,
    );
    return () => {
      control.abort();
    };
  }, [href, asked === null]);
  return outcome;
}

interface SideProps {
  href: string;
  outcome: Outcome<Answer> | null;
  lines: readonly string[];
  others: readonly string[];
}

function Side({ href, outcome, lines, others }: SideProps) {
  const asked = lookupAt(href);
  return (
    <div class="side">
      <h3>
        <a href={href}>
          <code>{printable(asked === null ? href : callText(asked.call, queryOf(asked.call, asked.query)))}</code>
        </a>
      </h3>
      {outcome !== null && <p class="hint">{duration(outcome.took)}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line} class={others.includes(line) ? undefined : 'differs'}>
            <code>{printable(line)}</code>
            {!others.includes(line) && <span class="visually-hidden">{word('names.only-here')}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
