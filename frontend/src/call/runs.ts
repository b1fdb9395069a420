import { signal, type Signal } from '@preact/signals';
import type { Outcome as Answer } from '../browser/api';
import { counted } from '../lib/format';
import type { Subject, Where } from '../lib/subject';
import { onRunEnd } from '../live/run';
import { nameOf, waitFor } from './waiting-call';
import { cancelled, nothingDone } from './cancelled';
import { ended, NONE, type Outcome } from './outcome';

type Place = 'form' | 'bar';

/** A call of a form: what came of it stays while the page goes elsewhere and comes back. */
export type Run = Outcome | { kind: 'answered'; value: unknown; took: number };

export interface Request {
  method: string;
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** As Python writes it. */
  text: string;
  at?: Where | undefined;
}

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

export async function run(target: string, call: string, request: Request, from: Place = 'form'): Promise<void> {
  const state = runOf(target, call, from);
  if (state.peek().kind === 'waiting') return;
  state.value = { kind: 'waiting', call };
  cancelled.value = null;
  const { method, path, text, at, ...options } = request;
  const answer = await waitFor(method, path, { name: nameOf(target, call), ...options });
  state.value = toldOf(answer, { name: call, text, at });
}

function toldOf(answer: Answer<unknown>, call: Subject): Run {
  if (answer.ok) return { kind: 'answered', value: answer.value, took: answer.took };
  const { sent = 0 } = answer.problem;
  return ended(
    answer.problem,
    call,
    sent === 0 ? nothingDone(call.name) : `Sent ${counted(sent, 'byte')} before that.`,
  );
}
