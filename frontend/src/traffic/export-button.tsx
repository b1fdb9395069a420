import { useSignal } from '@preact/signals';
import { requestBytes } from '../browser/api';
import { save } from '../browser/save';
import { filter } from '../filter/traffic-filter';
import type { Direction } from './view';

interface ExportButtonProps {
  socketId: string | null;
  direction: Direction | null;
}

/** What the filters let through. A link could not carry the token. */
export function ExportButton({ socketId, direction }: ExportButtonProps) {
  const problem = useSignal('');

  async function download(): Promise<void> {
    const path = socketId === null ? '/traffic.pcapng' : `/sockets/${encodeURIComponent(socketId)}/traffic.pcapng`;
    const capture = await requestBytes(path, { query: { direction, filter: filter.value || null } });
    problem.value = capture ? '' : 'The server gave no capture. It may not answer, or no longer have this traffic.';
    if (capture) save(`${socketId ?? 'traffic'}.pcapng`, capture, 'application/vnd.tcpdump.pcap');
  }

  return (
    <>
      <button type="button" onClick={() => void download()}>
        Download pcapng
      </button>
      <span role="alert" class="problem">
        {problem}
      </span>
    </>
  );
}
