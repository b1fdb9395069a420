import type { Problem } from '../browser/api';
import { phrase, type Subject } from '../lib/subject';
import { printable } from '../lib/text';
import { word } from '../lib/words';

/** `connect to 10.0.0.5:80 failed — ECONNREFUSED`: a failure in a line, where there is no room for its card. */
export function failureText({ problem, call }: { problem: Problem; call: Subject }): string {
  return word('call.failed', { call: printable(phrase(call)), reason: printable(problem.symbol ?? problem.detail) });
}
