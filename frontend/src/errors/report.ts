import type { Problem } from '../browser/api';
import type { Explanation } from './explanations';
import { duration } from '../lib/duration';

/** `ECONNREFUSED (111)`, or what the console calls its own. */
export function numbered({ symbol, errno, kind }: Problem): string {
  if (symbol === undefined || kind === 'cancelled') return kind;
  return errno === undefined ? symbol : `${symbol} (${errno})`;
}

/** Empty where the call never came to the server. */
export function elapsed({ elapsed: seconds }: Problem): string {
  return seconds === undefined ? '' : `after ${duration(seconds * 1000)}`;
}

const QUICK = 0.5;

/** What the time that the call took gives away. */
export function clue({ symbol, kind, elapsed: seconds, call }: Problem): string {
  if (seconds === undefined) return '';
  if (symbol === 'ECONNREFUSED') return seconds < QUICK ? PROMPT : LATE;
  if (kind === 'timeout' && call?.startsWith('connect') === true) return SILENCE;
  return symbol === 'EAI_AGAIN' && seconds > QUICK ? UNANSWERED : '';
}

const PROMPT = 'The refusal came at once: a host or firewall answered, nothing was lost on the way.';
const LATE = 'The refusal came late: first packets were lost or the way is long.';
const SILENCE = 'No answer at all came in that time: a closed port would have refused at once.';
const UNANSWERED = 'The resolver waited for name servers that did not answer.';

/** Everything that a colleague needs, as plain text. */
export function report(headline: string, call: string, problem: Problem, explanation: Explanation | undefined): string {
  const causes = explanation?.causes.map((cause, index) => ` ${index + 1} ${cause}`) ?? [];
  return [
    headline,
    [numbered(problem), call, elapsed(problem)].filter(Boolean).join(' · '),
    problem.detail,
    ...(problem.socket_id === undefined ? [] : [`Socket ${problem.socket_id}`]),
    ...(causes.length > 0 ? ['Likely causes', ...causes] : []),
    `${location.origin} at ${new Date().toISOString()}`,
  ].join('\n');
}
