import { load } from '../browser/load';
import { formatAddress } from '../lib/address';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { perRun } from '../live/run';
import { socketById } from '../live/sockets';
import { openNewSocketLike } from '../new-socket/new-socket';
import { ContextMenu, type Item, type Place } from '../ui/menu';
import { accept, close, copy, receive, shutdown } from './actions';
import { openSocket } from './place';
import { selected, toggle } from './selection';

const place = perRun<Place<string> | null>(null);

export function openRowMenu(id: string, x: number, y: number): void {
  place.value = { of: id, x, y };
}

/** Everything that can be done with a row. It opens where it was called, and gives the focus back to the list. */
export function RowMenu({ done }: { done: () => void }) {
  const name = word('sockets.menu-of', { id: printable(place.value?.of ?? '') });
  return <ContextMenu name={name} place={place} itemsOf={itemsOf} done={done} />;
}

function itemsOf(id: string): Item[] {
  const socket = socketById(id)?.peek();
  if (!socket) return [];
  return [
    item('sockets.menu.open', () => {
      openSocket(id);
    }),
    item(selected.peek().has(id) ? 'sockets.menu.unselect' : 'sockets.menu.select', () => {
      toggle(id);
    }),
    ...callsOn(socket),
    item('sockets.menu.copy-local', () => void copy(formatAddress(socket.local_address), 'local')),
    item('sockets.menu.copy-peer', () => void copy(formatAddress(socket.peer_address), 'peer')),
    item('sockets.menu.copy-curl', () => void copyCommands(socket)),
    item('sockets.menu.like', () => {
      openNewSocketLike(socket);
    }),
    ...endsOf(socket),
  ];
}

function callsOn({ id, state }: Socket): Item[] {
  if (state === 'CLOSED') return [];
  const receiving = item('sockets.menu.receive', () => void receive(id));
  return state === 'LISTENING' ? [item('sockets.act.accept', () => void accept(id))] : [receiving];
}

function endsOf({ id, state }: Socket): Item[] {
  if (state === 'CLOSED') return [];
  return [item('sockets.menu.shutdown', () => void shutdown(id)), item('app.close', () => void close([id]))];
}

function item(name: Parameters<typeof word>[0], run: () => void): Item {
  return { name: word(name), run };
}

async function copyCommands(socket: Socket): Promise<void> {
  const like = await load(() => import('../new-socket/like'));
  if (like) await copy(like.curlLike(socket), 'commands');
}
