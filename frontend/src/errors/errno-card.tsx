import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Problem } from '../browser/api';
import type { Socket } from '../lib/wire';
import { phrase, type Subject } from '../lib/subject';
import { printable } from '../lib/text';
import { formatAddress } from '../lib/address';
import { rich, word } from '../lib/words';
import { CopyButton } from '../ui/copy-button';
import { useInView } from '../ui/use-in-view';
import { aboutHref, explanationOf, filled, symbolOf, type Check } from './explanations';
import { knownOf, type Known } from './known';
import { clue, elapsed, numbered, report } from './report';
import { DetailText } from '../ui/detail-text';

interface ErrnoCardProps {
  problem: Problem;
  call: Subject;
  onRetry?: (() => void) | undefined;
  /** The same with a time-out, of so many seconds. */
  onRetryIn?: ((seconds: number) => void) | undefined;
  /** More that can be done. */
  children?: ComponentChildren;
}

/** Ends that are no failures. */
const MILD = new Set(['timeout', 'cancelled', 'EAGAIN', 'EINPROGRESS', 'EALREADY']);

/** Seconds. */
const SHORT = 5;

/** What the server says of it stands at once, the explanation when it has come. */
export function ErrnoCard({ problem, call, onRetry, onRetryIn, children }: ErrnoCardProps) {
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const symbol = symbolOf(problem);
  const explanation = isSaid(problem) ? undefined : (explanationOf(problem, call) ?? undefined);
  const mild = MILD.has(symbol);
  const headline = sentence(call, mild, explanation?.summary ?? problem.strerror ?? problem.detail);
  // All of it where there is room, and its head in any case.
  useInView(card, `${headline} ${String(explanation !== undefined)}`);
  useInView(head, `${headline} ${String(explanation !== undefined)}`);
  return (
    <section ref={card} class={`errno ${mild ? 'warn' : 'bad'}`} aria-labelledby={id}>
      <div ref={head} class="errno-head">
        <p class="headline" id={id} role="alert">
          <span aria-hidden="true">{mild ? '◔' : '✕'}</span> <DetailText text={headline} />
        </p>
        {onRetry && (
          <button type="button" onClick={onRetry}>
            {word('errors.retry')}
          </button>
        )}
        {children}
      </div>
      <Facts problem={problem} call={call} />
      {explanation && problem.symbol === undefined && (
        <p>
          <DetailText text={problem.detail} />
        </p>
      )}
      <KnownHere problem={problem} call={call} />
      {explanation && <Causes causes={explanation.causes} />}
      <div class="actions">
        <Checks checks={explanation?.checks ?? []} problem={problem} call={call} onRetryIn={onRetryIn} />
        {explanation && (
          <a class="button" href={aboutHref(symbol)}>
            {word('errors.about', { symbol })}
          </a>
        )}
        <CopyButton what={word('errors.report')} text={() => report(headline, call.text, problem, explanation)} />
      </div>
    </section>
  );
}

/** What is wrong with an argument, or is no socket to pass on, is told with its remedy: causes of others do not help. */
function isSaid({ kind, socket_id }: Problem): boolean {
  return kind === 'invalid-argument' || (kind === 'not-found' && typeof socket_id === 'string');
}

function sentence(call: Subject, mild: boolean, reason: string): string {
  return printable(word(mild ? 'errors.ended' : 'errors.failed', { call: phrase(call), reason }));
}

function Facts({ problem, call }: { problem: Problem; call: Subject }) {
  const hint = clue(problem);
  return (
    <>
      <p class="facts">
        <strong>{numbered(problem)}</strong> · <code>{printable(call.text)}</code>
        {elapsed(problem) !== '' && <> · {elapsed(problem)}</>}
      </p>
      {hint !== '' && <p class="hint">{hint}</p>}
    </>
  );
}

function Causes({ causes }: { causes: readonly string[] }) {
  return (
    <>
      <p class="title">{word('errors.causes')}</p>
      <ol>
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
    </>
  );
}

/** The console's own sockets that have to do with it. */
function KnownHere({ problem, call }: { problem: Problem; call: Subject }) {
  const known = useSignal<readonly Known[]>([]);
  useEffect(() => {
    let current = true;
    void knownOf(call, problem).then((found) => {
      if (current) known.value = found;
    });
    return () => {
      current = false;
    };
  }, [problem, call.text]);
  return (
    <>
      {known.value.map((one) => (
        <p key={one.socket.id} class="owner">
          {rich(one.says, {
            socket: <SocketLink socket={one.socket} />,
            address: <code>{formatAddress(one.socket.local_address)}</code>,
            n: one.waiting?.n,
            most: one.waiting?.most,
          })}
        </p>
      ))}
    </>
  );
}

function SocketLink({ socket: { id, label } }: { socket: Socket }) {
  return (
    <>
      <a href={`/sockets/${encodeURIComponent(id)}`}>{printable(id)}</a>
      {label !== null && label !== '' && <> ({printable(label)})</>}
    </>
  );
}

interface ChecksProps {
  checks: readonly Check[];
  problem: Problem;
  call: Subject;
  onRetryIn: ((seconds: number) => void) | undefined;
}

function Checks({ checks, problem, call, onRetryIn }: ChecksProps) {
  const socketId = problem.socket_id ?? null;
  const possible = checks.map((check) => filled(check, call, socketId)).filter((check) => check !== null);
  return (
    <>
      {possible.map((check) =>
        check.action === 'try-with-timeout' ? (
          onRetryIn && (
            <button
              type="button"
              key={check.action}
              onClick={() => {
                onRetryIn(SHORT);
              }}
            >
              {check.label}
            </button>
          )
        ) : (
          <a class="button" key={check.action} href={check.href}>
            {printable(check.label)}
          </a>
        ),
      )}
    </>
  );
}
