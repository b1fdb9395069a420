import { request, type Problem } from '../browser/api';
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

async function attempt({ path, bodies }: Step, id: string | null) {
  const target = path.replace('{id}', encodeURIComponent(id ?? ''));
  const [first, ...others] = bodies;
  let outcome = await request<Made>('POST', target, { body: first });
  for (const body of others) {
    if (outcome.ok) break;
    outcome = await request<Made>('POST', target, { body });
  }
  return outcome;
}

type Made = Socket | Schemas['Socketpair'] | null;

function idOf(made: Made): string | null {
  if (made === null) return null;
  return 'sockets' in made ? (made.sockets[0]?.id ?? null) : made.id;
}
