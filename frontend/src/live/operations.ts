import type { Delta, Waiting } from './protocol';
import { perRun } from './run';

/** The calls that wait, in the order in which they began. */
export const waitings = perRun<readonly Waiting[]>([]);

/** On a socket, or on none, as `select` does. */
export function waitingOn(socketId: string | null): readonly Waiting[] {
  return waitings.value.filter(({ socket_id }) => socket_id === socketId);
}

export function showWaitings(waiting: readonly Waiting[]): void {
  waitings.value = waiting;
}

export function changeWaitings({ waiting = [], ended = [] }: Delta): void {
  if (waiting.length === 0 && ended.length === 0) return;
  const byId = new Map(waitings.peek().map((known) => [known.id, known]));
  for (const one of waiting) byId.set(one.id, one);
  for (const id of ended) byId.delete(id);
  waitings.value = [...byId.values()];
}
