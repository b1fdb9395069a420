import { signal } from '@preact/signals';
import type { Problem } from '../browser/api';
import { callOf, makeCall, type Call } from '../call/make';
import type { Schemas, Socket } from '../lib/wire';
import { lookupArgs, type Step } from './steps';
import type { Form } from './form';
import { answersOf, resolved } from './resolution';

/** A call that was made, or begun. */
export interface MadeCall {
  call: Call;
  part: Step['part'];
  state: 'running' | 'done' | 'failed';
  took: number;
  problem?: Problem;
  /** The socket that it made. */
  made?: string;
}

/** How far the making of a socket came. */
export interface Making {
  running: boolean;
  calls: readonly MadeCall[];
  /** What was made: a failed step leaves it open. */
  id: string | null;
  failure: MadeCall | null;
  /** What was done to the socket before the step that failed. */
  done: readonly Step[];
  began: Date | null;
  ended: Date | null;
}

export const IDLE: Making = { running: false, calls: [], id: null, failure: null, done: [], began: null, ended: null };

export const making = signal<Making>(IDLE);

export function forget(): void {
  if (!making.peek().running) making.value = IDLE;
}

type Attempts = (answers: ReturnType<typeof answersOf>) => readonly (readonly Step[])[];

/** Makes all calls that the form stands for; the same socket is taken again where the kernel allows it. */
export async function make(form: Form, attemptsFor: Attempts): Promise<string | null> {
  const before = making.peek();
  if (before.running) return null;
  making.value = { ...IDLE, running: true, began: new Date(), id: before.id };
  const found = await lookedUp(form);
  if (found !== null) {
    const list = attemptsFor(found);
    const from = reusableFrom(before, list);
    if (from === null) await leave(before.id);
    await tried(list, from ?? 0);
  }
  const { id, failure } = making.peek();
  put({ running: false, ended: new Date() });
  return failure === null ? id : null;
}

/** Closes the socket that a failed step has left. */
export async function closeFailed(): Promise<void> {
  await leave(making.peek().id);
  making.value = IDLE;
}

function put(changes: Partial<Making>): void {
  making.value = { ...making.peek(), ...changes };
}

/** The addresses of the name, if there is one; null when it has none. */
async function lookedUp(form: Form): Promise<ReturnType<typeof answersOf> | null> {
  const question = lookupArgs(form);
  if (question === null) return [];
  const call = callOf('getaddrinfo', null, question);
  const found = await resolved(form);
  if (found.kind === 'failed') {
    note({ call, part: 'address', state: 'failed', took: found.took, problem: found.problem });
    return null;
  }
  note({ call, part: 'address', state: 'done', took: found.kind === 'found' ? found.took : 0 });
  return answersOf(found);
}

function note(made: MadeCall): void {
  put({ calls: [...making.peek().calls, made], ...(made.state === 'failed' && { failure: made }) });
}

/** One address after the other; of those that failed the last is kept. */
async function tried(list: readonly (readonly Step[])[], from: number): Promise<void> {
  for (const [index, steps] of list.entries()) {
    if (index > 0) await leave(making.peek().id);
    if (await ran(steps, index === 0 ? from : 0)) return;
  }
}

async function ran(steps: readonly Step[], from: number): Promise<boolean> {
  put({ failure: null, done: steps.slice(0, from) });
  for (const step of steps.slice(from)) {
    const made = await attempted(step);
    if (made.state === 'failed') return false;
    put({ done: [...making.peek().done, step] });
  }
  return true;
}

async function attempted({ name, args, part }: Step): Promise<MadeCall> {
  const before = making.peek().calls;
  const target = making.peek().id;
  const running: MadeCall = { call: callOf(name, target, args), part, state: 'running', took: 0 };
  note(running);
  const outcome = await makeCall<Answer>(name, target, args);
  const { call, took } = outcome;
  const made: MadeCall = outcome.ok
    ? { call, part, state: 'done', took, ...idOf(outcome.value) }
    : { call, part, state: 'failed', took, problem: outcome.problem };
  put({
    calls: [...before, made],
    ...(made.made !== undefined && { id: made.made }),
    ...(made.state === 'failed' && { failure: made }),
  });
  return made;
}

type Answer = Socket | Schemas['Socketpair'] | null;

function idOf(answer: Answer): { made?: string } {
  if (answer === null) return {};
  const id = 'sockets' in answer ? answer.sockets[0]?.id : answer.id;
  return id === undefined ? {} : { made: id };
}

async function leave(id: string | null): Promise<void> {
  put({ id: null });
  if (id !== null) await makeCall('close', id);
}

/** After these the kernel is still connecting, or takes no second connect. */
const FINAL = new Set(['EINPROGRESS', 'EALREADY', 'EISCONN', 'ECONNABORTED', 'EINTR']);

/** The step to begin with on the socket that is there; null where another is needed. */
export function reusableFrom({ id, failure, done }: Making, list: readonly (readonly Step[])[]): number | null {
  const [steps = []] = list;
  if (id === null || failure === null || list.length !== 1) return null;
  const { kind = '', symbol = '' } = failure.problem ?? {};
  if (kind === 'timeout' || kind === 'cancelled' || FINAL.has(symbol)) return null;
  return done.every((step, index) => isSame(step, steps[index])) ? done.length : null;
}

function isSame(one: Step, other: Step | undefined): boolean {
  return one.name === other?.name && JSON.stringify(one.args) === JSON.stringify(other.args);
}
