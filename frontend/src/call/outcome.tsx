import type { Problem } from '../browser/api';
import type { Subject } from '../lib/subject';
import { counted, word } from '../lib/words';
import { nothingCame, nothingDone } from './cancelled';
import { FailedCard } from './failed-card';

/** What came of a call: words where it went well or only ended, a card where it failed. */
export type Outcome =
  | { kind: 'none' }
  | { kind: 'waiting'; call: string }
  | { kind: 'told'; text: string }
  | { kind: 'failed'; problem: Problem; call: Subject };

export const NONE: Outcome = { kind: 'none' };

export function OutcomeText({ outcome, onRetry }: { outcome: Outcome; onRetry: () => void }) {
  return (
    <>
      <p role="status" class="outcome">
        {words(outcome)}
      </p>
      {outcome.kind === 'failed' && <FailedCard problem={outcome.problem} call={outcome.call} onRetry={onRetry} />}
    </>
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
export function ended({ problem, call }: { problem: Problem; call: Subject }): Outcome {
  const nothing = done(call.name, problem.sent ?? 0);
  if (problem.kind === 'timeout' && !call.name.startsWith('connect'))
    return { kind: 'told', text: word('call.timed-out', { call: call.name, seconds: seconds(problem), nothing }) };
  if (problem.kind !== 'cancelled') return { kind: 'failed', problem, call };
  return { kind: 'told', text: problem.sent ? cancelledAfter(nothing) : nothingCame(call.name) };
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
