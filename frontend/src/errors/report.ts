import type { Problem } from '../browser/api';
import type { Explanation } from './explanations';
import { duration } from '../lib/duration';
import { word } from '../lib/words';

/** `ECONNREFUSED (111)`, or what the console calls its own. */
export function numbered({ symbol, errno, kind }: Problem): string {
  if (symbol === undefined || kind === 'cancelled') return kind;
  return errno === undefined ? symbol : `${symbol} (${errno})`;
}

/** Empty where the call never came to the server. */
export function elapsed({ elapsed: seconds }: Problem): string {
  return seconds === undefined ? '' : word('errors.after', { time: duration(seconds * 1000) });
}

const QUICK = 0.5;

/** What the time that the call took gives away. */
export function clue({ symbol, kind, elapsed: seconds, call }: Problem): string {
  if (seconds === undefined) return '';
  if (symbol === 'ECONNREFUSED') return word(seconds < QUICK ? 'errors.clue.prompt' : 'errors.clue.late');
  if (kind === 'timeout' && call?.startsWith('connect') === true) return word('errors.clue.silence');
  return symbol === 'EAI_AGAIN' && seconds > QUICK ? word('errors.clue.unanswered') : '';
}

/** Everything that a colleague needs, as plain text. */
export function report(headline: string, call: string, problem: Problem, explanation: Explanation | undefined): string {
  const causes = explanation?.causes.map((cause, index) => ` ${index + 1} ${cause}`) ?? [];
  return [
    headline,
    [numbered(problem), call, elapsed(problem)].filter(Boolean).join(' · '),
    problem.detail,
    ...(problem.socket_id === undefined ? [] : [word('errors.socket', { id: problem.socket_id })]),
    ...(causes.length > 0 ? [word('errors.causes'), ...causes] : []),
    word('errors.where', { origin: location.origin, time: new Date().toISOString() }),
  ].join('\n');
}
