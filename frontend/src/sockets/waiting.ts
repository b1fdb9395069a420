import { computed } from '@preact/signals';
import { groupBy } from '../lib/group';
import { waitings } from '../live/operations';
import type { Waiting } from '../live/protocol';

const bySocket = computed(() => groupBy(waitings.value, ({ socket_id }) => socket_id));

/** The call that has waited longest on this socket. */
export function firstWaitingOn(id: string): Waiting | undefined {
  return bySocket.value.get(id)?.[0];
}

export function waitsOn(id: string): boolean {
  return bySocket.value.has(id);
}
