import { computed } from '@preact/signals';
import { perRun } from '../live/run';
import { rows } from '../live/sockets';
import { acceptedOf } from './order';

/** Listeners whose accepted sockets are folded away. */
export const collapsed = perRun<ReadonlySet<string>>(new Set());

const accepted = computed(() => acceptedOf(rows.value));

/** How many of those that a listener accepted are in the list. */
export function acceptedBy(id: string): number {
  return accepted.value.get(id)?.length ?? 0;
}

export function toggleAccepted(id: string): void {
  const others = new Set(collapsed.peek());
  if (!others.delete(id)) others.add(id);
  collapsed.value = others;
}
