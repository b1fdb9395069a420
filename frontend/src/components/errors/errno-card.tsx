import type { Problem } from '../../lib/api';

interface ErrnoCardProps {
  problem: Problem;
  call: string;
  onRetry?: () => void;
}

export function ErrnoCard({ problem, call, onRetry }: ErrnoCardProps) {
  return (
    <div class="notice" role="alert">
      <p class="problem">{problem.detail}</p>
      <p><code>{call}</code></p>
      {onRetry && <button type="button" onClick={onRetry}>Try again</button>}
    </div>
  );
}
