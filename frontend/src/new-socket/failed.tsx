import { useEffect, useRef } from 'preact/hooks';
import { FailedCard } from '../call/failed-card';
import { explanations } from '../errors/explanations';
import { word } from '../lib/words';
import { closeFailed, making } from './making';

/** Why it failed, beneath the address, with the next thing to do in focus. */
export function Failed({ again }: { again: () => void }) {
  const { failure, id } = making.value;
  const retry = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    retry.current?.scrollIntoView({ block: 'nearest' });
    retry.current?.focus({ preventScroll: true });
  }, [failure, explanations() === null]);
  if (failure?.problem === undefined) return null;
  return (
    <div class="failed">
      <FailedCard problem={failure.problem} call={failure.call}>
        <button ref={retry} type="button" class="primary" onClick={again}>
          {word('new.retry')} <kbd aria-hidden="true">⏎</kbd>
        </button>
        {id !== null && (
          <button type="button" class="danger" onClick={() => void closeFailed().then(toAddress)}>
            {word('new.close')}
          </button>
        )}
      </FailedCard>
    </div>
  );
}

function toAddress(): void {
  document.getElementById('new-address')?.focus();
}
