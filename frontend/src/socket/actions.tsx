import { media } from '../browser/media';
import { go, place } from '../browser/router';
import { failureOf } from '../call/outlook';
import { callOf } from '../call/make';
import { run } from '../call/runs';
import type { Socket, SocketState } from '../lib/wire';
import { word } from '../lib/words';
import { MenuButton, type Item } from '../ui/menu';
import { answersFor, canAnswer, isInMenu } from './answers';
import { hrefOfTab } from './tabs';

const SENSIBLE: Record<SocketState, readonly ('bind' | 'connect' | 'listen')[]> = {
  UNCONNECTED: ['bind', 'connect', 'listen'],
  BOUND: ['connect', 'listen'],
  LISTENING: [],
  CONNECTING: ['connect'],
  CONNECTED: [],
  CLOSED: [],
};

/** A connection is not made twice, even if it has ended; a datagram socket needs none, and never listens. */
function linksFor({ state, type, peer_ended }: Socket): readonly ('bind' | 'connect' | 'listen')[] {
  if (peer_ended !== null) return [];
  const isDatagram = type === 'SOCK_DGRAM' || type === 'SOCK_RAW';
  if (!isDatagram) return SENSIBLE[state];
  return state === 'UNCONNECTED' ? ['bind', 'connect'] : ['connect'];
}

/** What makes sense now beside sending and receiving, which the foot has; every other call is in Operations. */
export function Actions({ socket }: { socket: Socket }) {
  return (
    <div class="sensible" role="group" aria-label={word('socket.sensible')}>
      {linksFor(socket).map((name) => (
        <a
          key={name}
          class="button"
          href={hrefOfTab(socket.id, 'operations', place.value, { call: name })}
          title={failureOf(name, socket) ?? undefined}
        >
          {word(`socket.action.${name}`)}
        </a>
      ))}
      {socket.state === 'CONNECTED' && <ShutDown socket={socket} />}
      {canAnswer(socket) && !isInMenu.value && <Answer socket={socket} />}
    </div>
  );
}

const HALVES = ['SHUT_WR', 'SHUT_RD', 'SHUT_RDWR'] as const;

function halvesOf({ id }: Socket): Item[] {
  return HALVES.map((how) => ({
    name: word(`socket.shutdown.${how}`),
    run: () => void run(callOf('shutdown', id, { how }), 'bar'),
  }));
}

/** The same where there is no room beside the name. */
export function sensibleItems(socket: Socket): Item[] {
  const links = linksFor(socket).map((name) => ({
    name: word(`socket.action.${name}`),
    run: () => {
      go(hrefOfTab(socket.id, 'operations', place.peek(), { call: name }));
    },
  }));
  const ends = socket.state === 'CONNECTED' ? halvesOf(socket) : [];
  return [
    ...links,
    ...ends.map(({ name, run: end }) => ({ name: word('socket.shutdown.of', { half: name }), run: end })),
  ];
}

/** Beside the list of sockets the addresses need the room, the more where there is another button. */
const isTight = media('(width < 1280px)');
const isSnug = media('(width < 1440px)');

function Answer({ socket }: { socket: Socket }) {
  const name = word('responder.choose');
  const isShort = socket.state === 'CONNECTED' ? isSnug.value : isTight.value;
  return (
    <MenuButton name={name} icon={isShort ? 'echo' : 'down'} items={() => answersFor(socket)}>
      {isShort ? undefined : name}
    </MenuButton>
  );
}

function ShutDown({ socket }: { socket: Socket }) {
  return (
    <MenuButton name={word('socket.action.shutdown')} icon="down" items={() => halvesOf(socket)}>
      {word('socket.action.shutdown')}
    </MenuButton>
  );
}
