import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import type { Problem } from '../browser/api';
import type { Socket } from '../lib/wire';
import { phrase, type Subject } from '../lib/subject';
import { printable } from '../lib/text';
import { CopyButton } from '../ui/copy-button';
import { aboutHref, explanations, filled, symbolOf, type Check } from './explanations';
import { ownerOf } from './owner';
import { clue, elapsed, numbered, report } from './report';

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
  const symbol = symbolOf(problem);
  const explanation = explanations()?.get(symbol);
  const mild = MILD.has(symbol);
  const headline = sentence(call, mild, explanation?.summary ?? problem.strerror ?? problem.detail);
  return (
    <section class={`errno ${mild ? 'warn' : 'bad'}`} aria-labelledby={id}>
      <p class="headline" id={id} role="alert">
        <span aria-hidden="true">{mild ? '◔' : '✕'}</span> {headline}
      </p>
      <Facts problem={problem} call={call} />
      {explanation && problem.symbol === undefined && <p>{printable(problem.detail)}</p>}
      <Owner problem={problem} call={call} />
      {explanation && <Causes causes={explanation.causes} />}
      <div class="actions">
        {onRetry && (
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        )}
        <Checks checks={explanation?.checks ?? []} problem={problem} call={call} onRetryIn={onRetryIn} />
        {children}
        {explanation && (
          <a class="button" href={aboutHref(symbol)}>
            About {symbol}
          </a>
        )}
        <CopyButton what="report" text={() => report(headline, call.text, problem, explanation)} />
      </div>
    </section>
  );
}

function sentence(call: Subject, mild: boolean, reason: string): string {
  return printable(`${phrase(call)}${mild ? ': ' : ' failed — '}${reason}`);
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
      <p class="title">Likely causes</p>
      <ol>
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
    </>
  );
}

function Owner({ problem, call }: { problem: Problem; call: Subject }) {
  const owner = useSignal<Socket | null>(null);
  useEffect(() => {
    void ownerOf(call, problem).then((found) => {
      owner.value = found;
    });
  }, [problem, call.text]);
  if (owner.value === null) return null;
  const { id, label } = owner.value;
  return (
    <p class="owner">
      This console’s own socket <a href={`/sockets/${encodeURIComponent(id)}`}>{printable(id)}</a>
      {label !== null && label !== '' && <> ({printable(label)})</>} holds it.
    </p>
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
