import { computed } from '@preact/signals';
import { groupBy } from '../lib/group';
import type { Waiting } from '../live/protocol';
import { waitings } from '../live/operations';

const bySocket = computed(() => groupBy(waitings.value, ({ socket_id }) => socket_id));

/** The call that has waited longest on this socket. */
export function firstWaitingOn(id: string): Waiting | undefined {
  return bySocket.value.get(id)?.[0];
}
