import { request } from '../browser/api';
import { word } from '../lib/words';
import { forgetTraffic } from '../live/traffic';
import { say } from '../ui/notices';

/** For everyone: the server forgets it. What is of a view alone is `View.clear`. */
export async function clearTraffic(socketId: string | null): Promise<void> {
  const path = socketId === null ? '/traffic' : `/sockets/${encodeURIComponent(socketId)}/traffic`;
  const outcome = await request('DELETE', path);
  if (outcome.ok) forgetTraffic();
  say(outcome.ok ? word('traffic.clear.done') : outcome.problem.detail);
}
