import { useComputed } from '@preact/signals';
import type { Socket } from '../lib/api';
import { formatAddress } from '../lib/address';
import { bytes, counted } from '../lib/format';
import { kindInFull, kindOf } from '../lib/kind';
import { printable } from '../lib/text';
import type { Row } from '../stores/sockets';
import { StateChip } from './state-chip';

interface CellProps {
  row: Row;
  name: string;
  kind: string;
  text: (socket: Socket) => string | null;
  title?: (socket: Socket) => string;
  /** What stands where there is no text. */
  otherwise?: string;
}

/** Follows its own text alone: what did not change is not painted again. */
function Cell({ row, name, kind, text, title = (socket) => text(socket) ?? '', otherwise = '' }: CellProps) {
  const found = useComputed(() => text(row.socket.value));
  const shown = useComputed(() => found.value ?? otherwise);
  const inFull = useComputed(() => title(row.socket.value));
  const look = useComputed(() => (found.value === null ? `${kind} none` : kind));
  return <td class={look} data-name={name} title={inFull}>{shown}</td>;
}

function StateCell({ row }: { row: Row }) {
  const state = useComputed(() => row.socket.value.state);
  return <td class="state"><StateChip state={state.value} /></td>;
}

export function SocketRow({ row }: { row: Row }) {
  const closed = useComputed(() => (row.socket.value.state === 'CLOSED' ? 'closed' : ''));
  return (
    <tr class={closed}>
      <th scope="row" class="id">{printable(row.id)}</th>
      <StateCell row={row} />
      <Cell row={row} name="Type" kind="kind" text={kindOf} title={kindInFull} />
      <Cell row={row} name="Local" kind="address local" text={local} otherwise="not bound" />
      <Cell row={row} name="Peer" kind="address peer" text={peer} otherwise="none" />
      <Cell row={row} name="→ Sent" kind="size sent" text={sent} title={sentInFull} otherwise="0 B" />
      <Cell row={row} name="← Received" kind="size received" text={received} title={receivedInFull} otherwise="0 B" />
      <Cell row={row} name="Label" kind="label" text={label} />
    </tr>
  );
}

const local = (socket: Socket) => formatAddress(socket.local_address);
const peer = (socket: Socket) => formatAddress(socket.peer_address);
const sent = (socket: Socket) => amount(socket.bytes_sent);
const sentInFull = (socket: Socket) => `${counted(socket.bytes_sent, 'byte')} sent`;
const received = (socket: Socket) => amount(socket.bytes_received);
const receivedInFull = (socket: Socket) => `${counted(socket.bytes_received, 'byte')} received`;
const label = (socket: Socket) => printable(socket.label ?? '') || null;

/** Nothing is told apart from something at a glance. */
function amount(count: number): string | null {
  return count === 0 ? null : bytes(count);
}
