import { useSignal } from '@preact/signals';
import { closeSockets } from '../call/close';
import { FailedCard } from '../call/failed-card';
import type { FailedCall } from '../call/make';
import { formatAddress } from '../lib/address';
import { age, bytes } from '../lib/format';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { now } from '../live/age';
import { waitingOn } from '../live/operations';
import { stateLook } from '../live/state-look';
import { AddressText } from '../ui/address-text';
import { StateChip } from '../ui/state-chip';
import { connectionsOf } from './throughput-samples';

/** Elements are dear: all of them are in the list. */
const SHOWN = 50;

/** What a listener has accepted. */
export function Connections({ socket: { id } }: { socket: Socket }) {
  const all = connectionsOf(id);
  const open = all.filter(({ state }) => state !== 'CLOSED');
  return (
    <section aria-labelledby="connections-heading">
      <div class="section-head">
        <h2 id="connections-heading">{word('overview.connections')}</h2>
        <span class="count">{word('overview.open', { n: open.length })}</span>
        <CloseAll ids={open.map((one) => one.id)} />
      </div>
      {all.length === 0 ? (
        <p class="hint">{word('overview.connections.none')}</p>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
        <div class="table-scroller" tabIndex={0} role="group" aria-labelledby="connections-heading">
          <Table of={all.slice(0, SHOWN)} />
          {all.length > SHOWN && (
            <p>
              <a href={`/sockets/${encodeURIComponent(id)}?filter=parent:${encodeURIComponent(id)}`}>
                {word('overview.connections.all', { n: all.length })}
              </a>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function CloseAll({ ids }: { ids: readonly string[] }) {
  const failed = useSignal<readonly FailedCall[]>([]);
  if (ids.length === 0) return null;
  const close = async () => {
    failed.value = (await closeSockets(ids)) ?? [];
  };
  return (
    <>
      <button type="button" class="quiet small" onClick={() => void close()}>
        {word('overview.close-all')}
      </button>
      {failed.value.map((one) => (
        <FailedCard key={one.call.target} {...one} />
      ))}
    </>
  );
}

function Table({ of }: { of: readonly Socket[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>#</th>
          <th>{word('overview.state')}</th>
          <th class="peer">{word('overview.peer')}</th>
          <Amount arrow="←" name={word('overview.received')} />
          <Amount arrow="→" name={word('overview.sent')} />
          <th class="number age">{word('overview.age')}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((socket) => (
          <Connection key={socket.id} socket={socket} />
        ))}
      </tbody>
    </table>
  );
}

function Amount({ arrow, name }: { arrow: string; name: string }) {
  return (
    <th class="number" title={name}>
      <span role="img" aria-label={name}>
        {arrow}
      </span>
    </th>
  );
}

function Connection({ socket }: { socket: Socket }) {
  const { id, peer_address, bytes_received, bytes_sent, created_at } = socket;
  return (
    <tr>
      <td>
        <a href={`/sockets/${encodeURIComponent(id)}`}>
          <code>{printable(id)}</code>
        </a>
      </td>
      <td>
        <StateChip {...stateLook(socket, waitingOn(id)[0])} />
      </td>
      <td class="peer">
        <AddressText text={formatAddress(peer_address) ?? word('overview.none')} />
      </td>
      <td class="number">{bytes(bytes_received)}</td>
      <td class="number">{bytes(bytes_sent)}</td>
      <td class="number age hint">{age(Math.max(0, now.value - Date.parse(created_at)))}</td>
    </tr>
  );
}
