import type { Problem } from '../browser/api';
import { make, type Call } from '../call/make';
import type { Schemas, Socket } from '../lib/wire';
import type { Step } from './steps';

export interface Failure {
  step: Step;
  problem: Problem;
}

/** The socket that was made, if one was, and what failed of the rest. */
export interface Result {
  id: string | null;
  failure: Failure | null;
}

/** Runs the steps until one fails; what was made stays. */
export async function run(steps: readonly Step[]): Promise<Result> {
  let id: string | null = null;
  for (const step of steps) {
    const outcome = await attempt(step, id);
    if (!outcome.ok) return { id, failure: { step, problem: outcome.problem } };
    id ??= idOf(outcome.value);
  }
  return { id, failure: null };
}

/** Of several addresses the first that works. */
async function attempt(step: Step, id: string | null) {
  const [first, ...others] = step.bodies.map((body) => callOf(step, body, id));
  let made = await make<Made>(first ?? callOf(step, {}, id));
  for (const call of others) {
    if (made.ok) break;
    made = await make<Made>(call);
  }
  return made;
}

function callOf({ path, ...subject }: Step, body: object, target: string | null): Call {
  return { ...subject, target, method: 'POST', path: path.replace('{id}', encodeURIComponent(target ?? '')), body };
}

type Made = Socket | Schemas['Socketpair'] | null;

function idOf(made: Made): string | null {
  if (made === null) return null;
  return 'sockets' in made ? (made.sockets[0]?.id ?? null) : made.id;
}
