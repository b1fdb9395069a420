import type { ComponentChildren } from 'preact';
import type { Problem } from '../browser/api';
import type { Subject } from '../lib/subject';
import { ErrnoCard } from '../errors/errno-card';
import { failureText } from './failure-text';
import { setTimeoutOf } from './set-timeout';
import { say } from '../ui/notices';

interface FailedCardProps {
  problem: Problem;
  call: Subject;
  onRetry?: (() => void) | undefined;
  /** What else can be done about it. */
  children?: ComponentChildren;
}

/** A call that failed, why, and what to do now: the card, with the calls that its buttons make. */
export function FailedCard({ problem, call, onRetry, children }: FailedCardProps) {
  const id = problem.socket_id;
  const retryIn =
    onRetry && id !== undefined
      ? async (seconds: number) => {
          const made = await setTimeoutOf(id, seconds);
          if (made.ok) onRetry();
          else say(failureText(made));
        }
      : undefined;
  return (
    <ErrnoCard problem={problem} call={call} onRetry={onRetry} onRetryIn={retryIn && ((s) => void retryIn(s))}>
      {children}
    </ErrnoCard>
  );
}
