import { word } from '../lib/words';
import { say } from '../ui/notices';
import { makeCall, type Made } from './make';

/** How long calls on the socket may wait: seconds, 0 for not at all, null for as long as it takes. It is told. */
export async function setTimeoutOf(id: string, timeout: number | null): Promise<Made<null>> {
  const made = await makeCall('settimeout', id, { timeout });
  if (made.ok) say(told(id, timeout));
  return made;
}

function told(id: string, timeout: number | null): string {
  if (timeout === null) return word('timeout.set.blocking', { id });
  return timeout === 0 ? word('timeout.set.non-blocking', { id }) : word('timeout.set.seconds', { id, n: timeout });
}
