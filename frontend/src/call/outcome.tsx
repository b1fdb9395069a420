import type { Problem } from '../browser/api';
import type { Subject } from '../lib/subject';
import { ErrnoCard } from '../errors/errno-card';

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
      {outcome.kind === 'failed' && <ErrnoCard problem={outcome.problem} call={outcome.call} onRetry={onRetry} />}
    </>
  );
}

function words(outcome: Outcome): string {
  if (outcome.kind === 'waiting') return `Waiting in ${outcome.call}`;
  return outcome.kind === 'told' ? outcome.text : '';
}

/** A call that was cancelled or ran out of time did not fail. */
export function ended(problem: Problem, call: Subject, nothing: string): Outcome {
  if (problem.kind === 'cancelled') return { kind: 'told', text: `Cancelled. ${nothing} The socket is still open.` };
  if (problem.kind !== 'timeout') return { kind: 'failed', problem, call };
  return { kind: 'told', text: `${call.name} timed out after ${Math.round(problem.elapsed ?? 0)} s. ${nothing}` };
}
