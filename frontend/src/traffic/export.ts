import { requestBytes } from '../browser/api';
import { save } from '../browser/save';
import { word } from '../lib/words';
import { filter } from '../filter/traffic-filter';
import { say } from '../ui/notices';
import type { Wishes } from './wishes';

const TYPES = { pcapng: 'application/vnd.tcpdump.pcap', jsonl: 'application/jsonl', txt: 'text/plain' };

/** What is shown, as a capture: a link could not carry the token. */
export async function saveCapture(
  socketId: string | null,
  { direction, only }: Wishes,
  format: keyof typeof TYPES = 'pcapng',
): Promise<void> {
  const path = `${socketId === null ? '' : `/sockets/${encodeURIComponent(socketId)}`}/traffic.${format}`;
  const capture = await requestBytes(path, { query: { direction, filter: (only && filter.value) || null } });
  if (!capture) {
    say(word('traffic.export.failed'));
    return;
  }
  const name = `${socketId ?? 'traffic'}.${format}`;
  save(name, capture, TYPES[format]);
  say(word('traffic.exported', { name }));
}
