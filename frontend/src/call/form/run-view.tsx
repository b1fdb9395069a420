import { OutcomeText } from '../outcome';
import type { Run } from '../runs';
import { Answer } from './answer';

export function RunView({ run, onRetry }: { run: Run; onRetry: () => void }) {
  return run.kind === 'answered' ? (
    <Answer value={run.value} took={run.took} />
  ) : (
    <OutcomeText outcome={run} onRetry={onRetry} />
  );
}
