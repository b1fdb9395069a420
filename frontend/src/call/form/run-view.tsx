import { OutcomeText } from '../outcome';
import { run, type Run } from '../runs';
import { Answer } from './answer';

export function RunView({ run: state, onRetry }: { run: Run; onRetry: () => void }) {
  return state.kind === 'answered' ? (
    <Answer value={state.value} took={state.took} />
  ) : (
    <OutcomeText outcome={state} onRetry={onRetry} onGoOn={(rest) => void run(rest)} />
  );
}
