import { formatAddress } from '../../lib/address';
import type { Socket } from '../../lib/wire';
import { kindOf } from '../../lib/kind';
import { printable } from '../../lib/text';
import { word } from '../../lib/words';
import { commands, pages, parts, type Command } from '../../ui/commands';
import { epoch } from '../../live/run';
import { rows } from '../../live/sockets';
import { matching, type Entry } from './entry';
import { known, place } from './known';
import { recent } from './recent';
import { typedCall } from './typed';

/** From so many characters on the constants are searched: there are hundreds. */
const ENOUGH = 2;

/** What fits the query: the call that it is, then what was used lately, then the rest. */
export function entriesFor(query: string): readonly Entry[] {
  const call = typedCall(query);
  const all = [
    ...commands.value.map(command),
    ...pages.value.map(({ href, name, about }) => place(href, 'page', name, about)),
    ...parts.value.map(part),
    ...sockets(),
    ...(query.trim().length < ENOUGH ? [] : known()),
  ];
  return [...(call ? [call] : []), ...matching(recentFirst(all), query)];
}

function recentFirst(entries: readonly Entry[]): readonly Entry[] {
  const used = new Map(recent.value.map((id, index) => [id, index]));
  const rank = ({ id }: Entry) => used.get(id) ?? used.size;
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

function command({ name, keywords = '', run }: Command): Entry {
  return { id: `command ${name}`, kind: 'command', name, keywords, run };
}

function part({ name, keywords = '', run }: Command): Entry {
  return { id: `part ${name}`, kind: 'page', name, hint: keywords, run };
}

function sockets(): Entry[] {
  return rows.value
    .map(({ socket }) => socket.value)
    .filter(({ state }) => state !== 'CLOSED')
    .map(open);
}

function open(socket: Socket): Entry {
  const addresses = [socket.local_address, socket.peer_address].map(formatAddress).filter((text) => text !== null);
  const name = word('palette.open', { socket: `${socket.id} ${printable(socket.label ?? '')}`.trim() });
  return {
    ...place(`/sockets/${socket.id}`, 'socket', name, [kindOf(socket), addresses.join(' → ')].join(' ')),
    id: `${epoch.value ?? ''} ${socket.id}`,
  };
}
