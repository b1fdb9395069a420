import { request, type Outcome, type RequestOptions } from '../browser/api';
import { perRun, sameRun } from '../live/run';

/** When the calls that this page repeats began, by their names: to the person each is one wait. */
const begun = perRun<ReadonlyMap<string, number>>(new Map());

interface Wait extends RequestOptions {
  /** Names the wait: see `nameOf`. */
  name: string;
}

export function nameOf(socketId: string | null, call: string): string {
  return `${socketId ?? ''} ${call}`;
}

export function begunAt(name: string): number | undefined {
  return begun.value.get(name);
}

/** The server ends each request after a minute; where it has consumed nothing, the same call is made again. */
export async function waitFor<T>(method: string, path: string, { name, ...options }: Wait): Promise<Outcome<T>> {
  const began = performance.now();
  note(name, Date.now());
  try {
    return { ...(await untilEnded<T>(method, path, options)), took: performance.now() - began };
  } finally {
    note(name, null);
  }
}

/** In another run of the server the path is that of a stranger. */
async function untilEnded<T>(
  method: string,
  path: string,
  options: RequestOptions,
  isSame = sameRun(),
): Promise<Outcome<T>> {
  const outcome = await request<T>(method, path, options);
  const again = !outcome.ok && outcome.problem.retry === true && isSame();
  return again ? untilEnded(method, path, options, isSame) : outcome;
}

function note(name: string, time: number | null): void {
  const next = new Map(begun.peek());
  if (time === null) next.delete(name);
  else next.set(name, time);
  begun.value = next;
}
