import { feedState } from '../stores/feed';
import { rows, total } from '../stores/sockets';
import { counted } from '../lib/format';
import { SocketRow } from './socket-row';

export function SocketTable() {
  return (
    <div class={feedState.value === 'stale' ? 'pane old' : 'pane'}>
      <table class="sockets">
        <caption class="visually-hidden">Open sockets, updated once a second</caption>
        <thead>
          <tr>
            <th scope="col" class="id">Id</th>
            <th scope="col" class="state">State</th>
            <th scope="col" class="kind">Type</th>
            <th scope="col" class="local">Local</th>
            <th scope="col" class="peer">Peer</th>
            <th scope="col" class="size"><span class="sent">→</span> Sent</th>
            <th scope="col" class="size"><span class="received">←</span> Received</th>
            <th scope="col" class="label">Label</th>
          </tr>
        </thead>
        <tbody>{rows.value.map((row) => <SocketRow key={row.id} row={row} />)}</tbody>
      </table>
      <Remainder />
    </div>
  );
}

/** The server answers one page of a long list. */
function Remainder() {
  const open = rows.value.filter(({ socket }) => socket.value.state !== 'CLOSED').length;
  if (total.value <= open) return null;
  return <p class="remainder">Showing {counted(open, 'socket')} of {total.value.toLocaleString('en-US')}.</p>;
}
