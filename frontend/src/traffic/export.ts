import { requestBlob } from '../browser/api';
import { save } from '../browser/save';
import { word } from '../lib/words';
import { filter } from '../filter/traffic-filter';
import { recording } from '../live/source';
import { say } from '../ui/notices';
import type { Wishes } from './wishes';

const TYPES = { pcapng: 'application/vnd.tcpdump.pcap', jsonl: 'application/jsonl', txt: 'text/plain' };

/** What passed between two times, both of which count; where one is absent to that end. */
export interface Span {
  from?: string;
  to?: string;
}

/** What is shown, as a capture: a link could not carry the token. */
export async function saveCapture(
  socketId: string | null,
  { direction, only }: Wishes,
  format: keyof typeof TYPES = 'pcapng',
  span: Span = {},
): Promise<void> {
  if (recording.peek() !== null) return saveRecording(recording.peek() ?? '');
  const path = `${socketId === null ? '' : `/sockets/${encodeURIComponent(socketId)}`}/traffic.${format}`;
  const query = { direction, filter: (only && filter.value) || null, ...span };
  const capture = await requestBlob(path, { query });
  put(`${socketId ?? 'traffic'}.${format}`, capture, TYPES[format]);
}

/** The whole of it, whatever is shown. */
export async function saveRecording(id: string): Promise<void> {
  put(`${id}.pcapng`, await requestBlob(`/recordings/${encodeURIComponent(id)}.pcapng`), TYPES.pcapng);
}

function put(name: string, capture: Blob | null, type: string): void {
  if (capture) save(name, capture, type);
  say(capture ? word('traffic.exported', { name }) : word('traffic.export.failed'));
}
