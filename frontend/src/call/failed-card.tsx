import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../browser/api';
import { load } from '../browser/load';
import type { ErrnoCard } from '../errors/errno-card';
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

/** It comes with the first failure. */
const card = signal<typeof ErrnoCard | null>(null);

async function loadCard(): Promise<void> {
  card.value = (await load(() => import('../errors/errno-card')))?.ErrnoCard ?? null;
}

/** A call that failed, why, and what to do now: the card, with the calls that its buttons make. */
export function FailedCard({ problem, call, onRetry, children }: FailedCardProps) {
  const id = problem.socket_id ?? null;
  const retryIn = async (seconds: number, socket: string, retry: () => void) => {
    const made = await setTimeoutOf(socket, seconds);
    if (made.ok) retry();
    else say(failureText(made));
  };
  useEffect(() => {
    if (card.peek() === null) void loadCard();
  }, []);
  const Card = card.value;
  if (Card === null)
    return (
      <p class="problem" role="alert">
        {failureText({ problem, call })}
      </p>
    );
  return (
    <Card
      problem={problem}
      call={call}
      onRetry={onRetry}
      onRetryIn={onRetry && id !== null ? (seconds) => void retryIn(seconds, id, onRetry) : undefined}
    >
      {id !== null && call.name !== 'close' && problem.kind !== 'invalid-argument' && <CloseIt id={id} />}
      {children}
    </Card>
  );
}

/** A socket of which nothing came is in the way. */
function CloseIt({ id }: { id: string }) {
  const state = socketById(id)?.value.state;
  if (state === undefined || state === 'CLOSED') return null;
  const close = async () => {
    const [failed] = (await closeSockets([id])) ?? [];
    if (failed) say(failureText(failed));
  };
  return (
    <button type="button" onClick={() => void close()}>
      {word('call.close-it')}
    </button>
  );
}
