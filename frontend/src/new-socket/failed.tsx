import { useEffect, useRef } from 'preact/hooks';
import { ErrnoCard } from '../errors/errno-card';
import { explanationOf } from '../errors/explanations';
import { word } from '../lib/words';
import { change } from './draft';
import { closeFailed, making } from './making';

/** Why it failed, beneath the address, with the next thing to do in focus. */
export function Failed({ again }: { again: () => void }) {
  const { failure, id } = making.value;
  const retry = useRef<HTMLButtonElement>(null);
  const isExplained = failure?.problem !== undefined && explanationOf(failure.problem, failure.call) !== null;
  useEffect(() => {
    retry.current?.scrollIntoView({ block: 'nearest' });
    retry.current?.focus({ preventScroll: true });
  }, [failure, isExplained]);
  if (failure?.problem === undefined) return null;
  const retryIn = (seconds: number) => {
    change({ mode: 'seconds', seconds: String(seconds) });
    again();
  };
  return (
    <div class="failed">
      <ErrnoCard problem={failure.problem} call={failure.call} onRetryIn={retryIn}>
        <button ref={retry} type="button" class="primary" onClick={again}>
          {word('new.retry')} <kbd aria-hidden="true">⏎</kbd>
        </button>
        {id !== null && (
          <button type="button" class="danger" onClick={() => void closeFailed().then(toAddress)}>
            {word('new.close')}
          </button>
        )}
      </ErrnoCard>
    </div>
  );
}

function toAddress(): void {
  document.getElementById('new-address')?.focus();
}
