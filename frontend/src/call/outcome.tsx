import type { Problem } from '../browser/api';
import type { Subject } from '../lib/subject';
import { counted, word } from '../lib/words';
import { nothingCame, nothingDone } from './cancelled';
import { FailedCard } from './failed-card';
import type { Call } from './make';
import { restOf } from './waiting-call';

/** What came of a call: words where it went well or only ended, a card where it failed. */
export type Outcome =
  | { kind: 'none' }
  | { kind: 'waiting'; call: string }
  | { kind: 'told'; text: string; rest?: Call | null }
  | { kind: 'failed'; problem: Problem; call: Subject };

export const NONE: Outcome = { kind: 'none' };

interface OutcomeProps {
  outcome: Outcome;
  onRetry: () => void;
  onGoOn: (rest: Call) => void;
}

export function OutcomeText({ outcome, onRetry, onGoOn }: OutcomeProps) {
  return (
    <>
      <p role="status" class="outcome">
        {words(outcome)} {outcome.kind === 'told' && <GoOn rest={outcome.rest} onGoOn={onGoOn} />}
      </p>
      {outcome.kind === 'failed' && <FailedCard problem={outcome.problem} call={outcome.call} onRetry={onRetry} />}
    </>
  );
}

/** Sends what is left of a call that was cancelled after it had sent a part. */
export function GoOn({ rest, onGoOn }: { rest: Call | null | undefined; onGoOn: (rest: Call) => void }) {
  if (!rest) return null;
  return (
    <button
      type="button"
      class="small"
      onClick={() => {
        onGoOn(rest);
      }}
    >
      {word('call.go-on')}
    </button>
  );
}

function words(outcome: Outcome): string {
  if (outcome.kind === 'waiting') return word('call.waiting', { call: outcome.call });
  return outcome.kind === 'told' ? outcome.text : '';
}

/**
 * What is told of a call that did not go well: one that was cancelled or ran out of time did not fail. But that a peer
 * does not let one in has causes.
 */
export function ended({ problem, call }: { problem: Problem; call: Call }): Outcome {
  const nothing = done(call.name, problem.sent ?? 0);
  if (problem.kind === 'timeout' && !call.name.startsWith('connect'))
    return { kind: 'told', text: word('call.timed-out', { call: call.name, seconds: seconds(problem), nothing }) };
  if (problem.kind !== 'cancelled') return { kind: 'failed', problem, call };
  return {
    kind: 'told',
    text: problem.sent ? cancelledAfter(nothing) : nothingCame(call.name),
    rest: restOf(problem, call),
  };
}

function done(call: string, sent: number): string {
  return sent === 0 ? nothingDone(call) : word('call.sent.before', { size: counted('bytes', sent) });
}

function cancelledAfter(nothing: string): string {
  return word('call.cancelled', { nothing, open: word('call.open') });
}

function seconds({ elapsed = 0 }: Problem): number {
  return Math.round(elapsed);
}
