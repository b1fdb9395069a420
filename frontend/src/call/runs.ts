import { signal, type Signal } from '@preact/signals';
import { keepOfRun, onRunEnd, perRun, readOfRun } from '../live/run';
import { cancelled } from './cancelled';
import { make, type Call, type Made } from './make';
import { ended, NONE, type Outcome } from './outcome';
import { nameOf, waitsToKeep, type Wait } from './waiting-call';

type Place = 'form' | 'bar';

/** A call of a form: what came of it stays while the page goes elsewhere and comes back. */
export type Run = Outcome | { kind: 'answered'; value: unknown; took: number };

/** Answers may be large. */
const KEPT = 100;

/** In the order of use: what was not looked at for longest goes first. */
const runs = new Map<string, Signal<Run>>();

onRunEnd(() => {
  runs.clear();
});

/** The last call of this name on this socket or file, made from a form or from the bar. */
export function runOf(target: string, call: string, from: Place = 'form'): Signal<Run> {
  const name = `${from} ${nameOf(target, call)}`;
  const found = runs.get(name) ?? signal<Run>(NONE);
  runs.delete(name);
  runs.set(name, found);
  forget();
  return found;
}

/** A call that waits has yet to be told of. */
function forget(): void {
  for (const [name, run] of runs) {
    if (runs.size <= KEPT) return;
    if (run.peek().kind !== 'waiting') runs.delete(name);
  }
}

export async function run(call: Call, from: Place = 'form'): Promise<void> {
  const state = runOf(call.target ?? '', call.name, from);
  if (state.peek().kind === 'waiting') return;
  cancelled.value = null;
  await follow(call, from);
}

async function follow(call: Call, from: Place, kept?: Wait): Promise<void> {
  const state = runOf(call.target ?? '', call.name, from);
  state.value = { kind: 'waiting', call: call.name };
  if (from === 'bar') note(call);
  state.value = toldOf(await make<unknown>(call, kept));
  if (from === 'bar') note(call);
}

const KEPT_WAITS = 'waits';

/** Before a reload. */
export function keepWaits(): void {
  const kept = waitsToKeep().map((wait) => ({ wait, from: placeOf(wait.call) }));
  keepOfRun(KEPT_WAITS, kept);
}

/** Those that a reload cut off go on, and are told where they would have been. */
export function resumeWaits(): void {
  const kept = readOfRun<{ wait: Wait; from: Place }[]>(KEPT_WAITS, []);
  keepOfRun(KEPT_WAITS, []);
  for (const { wait, from } of kept) void follow(wait.call, from, wait);
  resumed.value = kept
    .filter(({ from }) => from === 'form')
    .map(({ wait }) => nameOf(wait.call.target, wait.call.name));
}

const resumed = perRun<readonly string[]>([]);

/** Its form is where it is waited for. */
export function isResumed(target: string, call: string): boolean {
  return resumed.value.includes(nameOf(target, call));
}

function placeOf({ target, name }: Call): Place {
  return runOf(target ?? '', name).peek().kind === 'waiting' ? 'form' : 'bar';
}

/** The call of the bar that began or ended last, by what it was made on. */
const latest = perRun<ReadonlyMap<string, Call>>(new Map());

function note(call: Call): void {
  const next = new Map(latest.peek());
  next.delete(call.target ?? '');
  next.set(call.target ?? '', call);
  latest.value = new Map([...next].slice(-KEPT));
}

/** What is told of last where calls are made without a form; null where nothing was called. */
export function latestOn(target: string): { call: Call; run: Run } | null {
  const call = latest.value.get(target);
  return call ? { call, run: runOf(target, call.name, 'bar').value } : null;
}

/** It was read. */
export function dismissLatest(target: string): void {
  const next = new Map(latest.peek());
  next.delete(target);
  latest.value = next;
}

function toldOf(made: Made<unknown>): Run {
  return made.ok ? { kind: 'answered', value: made.value, took: made.took } : ended(made);
}
