import { newKey, request, type Outcome, type Problem } from '../browser/api';
import { waitings } from '../live/operations';
import { perRun, sameRun } from '../live/run';
import type { Call } from './make';

/** A call under way: what is asked for now, and the key by which it would be asked for again. */
export interface Wait {
  call: Call;
  key: string;
  /** Milliseconds since 1970. However often the call is made again: to the person it is one wait. */
  began: number;
}

const waits = perRun<readonly Wait[]>([]);

export function nameOf(target: string | null, call: string): string {
  return `${target ?? ''} ${call}`;
}

export function begunAt(name: string): number | undefined {
  return waits.value.find(({ call }) => nameOf(call.target, call.name) === name)?.began;
}

/** Those that a reload cuts off, and that can be asked for again. */
export function waitsToKeep(): readonly Wait[] {
  return waits.peek().filter(({ call: { method, body } }) => method === 'POST' && !(body instanceof Blob));
}

/** The server ends each request after a minute; where it can go on, the same call is made again. */
export async function waitFor<T>(call: Call, kept?: Wait): Promise<Outcome<T>> {
  const wait = kept ?? { call, key: newKey(), began: Date.now() };
  const began = performance.now() - (Date.now() - wait.began);
  waits.value = [...waits.peek(), wait];
  const isSame = sameRun();
  if (kept) await otherEnd(kept);
  return { ...(await untilEnded<T>(wait, isSame)), took: performance.now() - began };
}

/** Of the request that the reload cut off: the server makes that call still, and refuses another by its key. */
function otherEnd({ call: { target, name } }: Wait): Promise<void> {
  return new Promise((resolve) => {
    const stop = waitings.subscribe((now) => {
      if (now.some(({ socket_id, call }) => socket_id === target && call === name)) return;
      resolve();
      queueMicrotask(() => {
        stop();
      });
    });
  });
}

const ANOTHER_RUN: Outcome<never> = { ok: false, status: 0, took: 0, problem: { kind: 'cancelled', detail: '' } };

/** In another run of the server the path is a stranger's. */
async function untilEnded<T>(wait: Wait, isSame: () => boolean): Promise<Outcome<T>> {
  const { call, key } = wait;
  if (!isSame()) return ANOTHER_RUN;
  const outcome = await request<T>(call.method, call.path, { query: call.query, body: call.body, key });
  const again = outcome.ok ? null : await repeatOf(outcome.problem, wait);
  const goesOn = again !== null && isSame();
  waits.value = waits.peek().flatMap((one) => (one === wait ? (goesOn ? [again] : []) : [one]));
  return goesOn ? untilEnded(again, isSame) : outcome;
}

/** One that was told how long to wait has waited so long. */
async function repeatOf(problem: Problem, wait: Wait): Promise<Wait | null> {
  if (isUnderWay(problem)) return afterAPause(wait);
  if (problem.kind !== 'timeout' || wait.call.query?.wait !== undefined) return null;
  const call = problem.retry === true ? wait.call : restOf(problem, wait.call);
  return call && { ...wait, call, key: newKey() };
}

/** It is made still, though nothing told of it. */
function isUnderWay({ status, field }: Problem): boolean {
  return status === 409 && field === 'Idempotency-Key';
}

const PAUSE = 1_000;

function afterAPause(wait: Wait): Promise<Wait> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(wait);
    }, PAUSE);
  });
}

/** The same call says where it began, and only what was not sent there is sent; null where nothing was. */
export function restOf<T extends { body?: unknown }>({ sent, expected_offset }: Problem, call: T): T | null {
  if (sent === undefined || expected_offset === undefined) return null;
  return { ...call, body: { ...(call.body as object), at: expected_offset - sent } };
}
