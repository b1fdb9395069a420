import { request, type Outcome, type Problem, type RequestOptions } from '../browser/api';
import { perRun, sameRun } from '../live/run';

/** When the calls that this page repeats began, by their names: to the person each is one wait. */
const begun = perRun<ReadonlyMap<string, readonly number[]>>(new Map());

interface Wait extends RequestOptions {
  /** Names the wait: see `nameOf`. */
  name: string;
}

export function nameOf(target: string | null, call: string): string {
  return `${target ?? ''} ${call}`;
}

export function begunAt(name: string): number | undefined {
  return begun.value.get(name)?.[0];
}

/** The server ends each request after a minute; where it can go on, the same call is made again. */
export async function waitFor<T>(method: string, path: string, { name, ...options }: Wait): Promise<Outcome<T>> {
  const began = performance.now();
  const time = Date.now();
  note(name, (times) => [...times, time]);
  try {
    return { ...(await untilEnded<T>(method, path, options)), took: performance.now() - began };
  } finally {
    note(name, (times) => times.toSpliced(times.indexOf(time), 1));
  }
}

/** One that was told how long to wait has waited so long; in another run of the server the path is a stranger's. */
async function untilEnded<T>(
  method: string,
  path: string,
  options: RequestOptions,
  isSame = sameRun(),
): Promise<Outcome<T>> {
  const outcome = await request<T>(method, path, options);
  const again = outcome.ok || options.query?.wait !== undefined ? null : repeatOf(outcome.problem, options);
  return again === null || !isSame() ? outcome : untilEnded(method, path, again, isSame);
}

/** One that consumed nothing as it was; of one that sent a part the rest. */
function repeatOf(problem: Problem, options: RequestOptions): RequestOptions | null {
  if (problem.kind !== 'timeout') return null;
  return problem.retry === true ? options : restOf(problem, options);
}

/** The same call says where it began, and only what was not sent there is sent; null where nothing was. */
export function restOf<T extends { body?: unknown }>({ sent, expected_offset }: Problem, call: T): T | null {
  if (sent === undefined || expected_offset === undefined) return null;
  return { ...call, body: { ...(call.body as object), at: expected_offset - sent } };
}

function note(name: string, change: (times: readonly number[]) => readonly number[]): void {
  const next = new Map(begun.peek());
  const times = change(next.get(name) ?? []);
  if (times.length === 0) next.delete(name);
  else next.set(name, times);
  begun.value = next;
}
