import { formatAddress } from '../../lib/address';
import type { Socket } from '../../lib/wire';
import { kindOf } from '../../lib/kind';
import { printable } from '../../lib/text';
import { commands, type Command } from '../../ui/commands';
import { epoch } from '../../live/run';
import { rows } from '../../live/sockets';
import { matching, type Entry } from './entry';
import { known, place } from './known';
import { recent } from './recent';
import { typedCall } from './typed';

const PAGES: readonly Entry[] = [
  place('/sockets', 'Page', 'Sockets'),
  place('/traffic', 'Page', 'Traffic', 'What all sockets send and receive'),
  place('/names', 'Page', 'Names', 'Look up names, addresses and services'),
  place('/reference', 'Page', 'Reference', 'Constants, errors, byte order'),
  place('/settings', 'Page', 'Settings'),
];

/** From so many characters on the constants are searched: there are hundreds. */
const ENOUGH = 2;

/** What fits the query: the call that it is, then what was used lately, then the rest. */
export function entriesFor(query: string): readonly Entry[] {
  const call = typedCall(query);
  const all = [
    ...commands.value.map(command),
    ...PAGES,
    ...sockets(),
    ...(query.trim().length < ENOUGH ? [] : known.value),
  ];
  return [...(call ? [call] : []), ...matching(recentFirst(all), query)];
}

function recentFirst(entries: readonly Entry[]): readonly Entry[] {
  const used = new Map(recent.value.map((id, index) => [id, index]));
  const rank = ({ id }: Entry) => used.get(id) ?? used.size;
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

function command({ name, keywords = '', run }: Command): Entry {
  return { id: `command ${name}`, kind: 'Command', name, keywords, run };
}

function sockets(): Entry[] {
  return rows.value
    .map(({ socket }) => socket.value)
    .filter(({ state }) => state !== 'CLOSED')
    .map(open);
}

function open(socket: Socket): Entry {
  const addresses = [socket.local_address, socket.peer_address].map(formatAddress).filter((text) => text !== null);
  const name = `Open ${socket.id} ${printable(socket.label ?? '')}`.trim();
  return {
    ...place(`/sockets/${socket.id}`, 'Socket', name, [kindOf(socket), addresses.join(' → ')].join(' ')),
    id: `${epoch.value ?? ''} ${socket.id}`,
  };
}
