import { requestBytes } from '../browser/api';
import { save } from '../browser/save';
import type { Bytes } from '../lib/bytes';
import { word } from '../lib/words';
import { filter } from '../filter/traffic-filter';
import { recording } from '../live/source';
import { say } from '../ui/notices';
import type { Wishes } from './wishes';

const TYPES = { pcapng: 'application/vnd.tcpdump.pcap', jsonl: 'application/jsonl', txt: 'text/plain' };

/** What is shown, as a capture: a link could not carry the token. */
export async function saveCapture(
  socketId: string | null,
  { direction, only }: Wishes,
  format: keyof typeof TYPES = 'pcapng',
): Promise<void> {
  if (recording.peek() !== null) return saveRecording(recording.peek() ?? '');
  const path = `${socketId === null ? '' : `/sockets/${encodeURIComponent(socketId)}`}/traffic.${format}`;
  const capture = await requestBytes(path, { query: { direction, filter: (only && filter.value) || null } });
  put(`${socketId ?? 'traffic'}.${format}`, capture, TYPES[format]);
}

/** The whole of it, whatever is shown. */
export async function saveRecording(id: string): Promise<void> {
  put(`${id}.pcapng`, await requestBytes(`/recordings/${encodeURIComponent(id)}.pcapng`), TYPES.pcapng);
}

function put(name: string, capture: Bytes | null, type: string): void {
  if (capture) save(name, capture, type);
  say(capture ? word('traffic.exported', { name }) : word('traffic.export.failed'));
}
