import type { ComponentChildren } from 'preact';
import type { Problem } from '../browser/api';
import { ErrnoCard } from '../errors/errno-card';
import type { Subject } from '../lib/subject';
import { word } from '../lib/words';
import { socketById } from '../live/sockets';
import { say } from '../ui/notices';
import { closeSockets } from './close';
import { failureText } from './failure-text';
import { setTimeoutOf } from './set-timeout';

interface FailedCardProps {
  problem: Problem;
  call: Subject;
  onRetry?: (() => void) | undefined;
  /** What else can be done about it. */
  children?: ComponentChildren;
}

/** A call that failed, why, and what to do now: the card, with the calls that its buttons make. */
export function FailedCard({ problem, call, onRetry, children }: FailedCardProps) {
  const id = problem.socket_id ?? null;
  const retryIn = async (seconds: number, socket: string, retry: () => void) => {
    const made = await setTimeoutOf(socket, seconds);
    if (made.ok) retry();
    else say(failureText(made));
  };
  return (
    <ErrnoCard
      problem={problem}
      call={call}
      onRetry={onRetry}
      onRetryIn={onRetry && id !== null ? (seconds) => void retryIn(seconds, id, onRetry) : undefined}
    >
      {id !== null && call.name !== 'close' && <CloseIt id={id} />}
      {children}
    </ErrnoCard>
  );
}

/** A socket of which nothing came is in the way. */
function CloseIt({ id }: { id: string }) {
  const state = socketById(id)?.value.state;
  if (state === undefined || state === 'CLOSED') return null;
  const close = async () => {
    const [failed] = await closeSockets([id]);
    if (failed) say(failureText(failed));
  };
  return (
    <button type="button" onClick={() => void close()}>
      {word('call.close-it')}
    </button>
  );
}
