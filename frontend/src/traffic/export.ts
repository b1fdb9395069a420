import { requestBytes } from '../browser/api';
import { save } from '../browser/save';
import { word } from '../lib/words';
import { filter } from '../filter/traffic-filter';
import { say } from '../ui/notices';
import type { Wishes } from './wishes';

/** What is shown, as a capture: a link could not carry the token. */
export async function saveCapture(socketId: string | null, { direction, only }: Wishes): Promise<void> {
  const path = socketId === null ? '/traffic.pcapng' : `/sockets/${encodeURIComponent(socketId)}/traffic.pcapng`;
  const capture = await requestBytes(path, { query: { direction, filter: (only && filter.value) || null } });
  if (!capture) {
    say(word('traffic.export.failed'));
    return;
  }
  const name = `${socketId ?? 'traffic'}.pcapng`;
  save(name, capture, 'application/vnd.tcpdump.pcap');
  say(word('traffic.exported', { name }));
}
