import { request, type Outcome } from '../browser/api';
import { word } from '../lib/words';
import type { Waiting } from '../live/protocol';
import { say } from '../ui/notices';
import { cancelled, cancelledText } from './cancelled';

export function cancelOperation(id: string): Promise<Outcome<null>> {
  return request('DELETE', `/operations/${encodeURIComponent(id)}`);
}

/** Ends a call that waits, and tells what has come of it. Answers why it could not. */
export async function cancel(waiting: Waiting): Promise<string | null> {
  const outcome = await cancelOperation(waiting.id);
  if (!outcome.ok) return outcome.status === 404 ? word('call.ended') : outcome.problem.detail;
  const text = cancelledText(waiting);
  cancelled.value = { socketId: waiting.socket_id, text };
  say(text);
  return null;
}
