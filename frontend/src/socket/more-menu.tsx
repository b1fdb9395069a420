import { copyText } from '../browser/clipboard';
import { isPhone } from '../browser/media';
import { go, place } from '../browser/router';
import { formatAddress } from '../lib/address';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { curlLike, pythonLike } from '../new-socket/like';
import { openNewSocketLike } from '../new-socket/new-socket';
import { ContextMenu, MenuButton, placeSignal, type Item } from '../ui/menu';
import { say } from '../ui/notices';
import { sensibleItems } from './actions';
import { answersFor, canAnswer, isInMenu } from './answers';
import { askForFile } from './send-file';
import { recordItem } from './recorded';
import { hrefOfTab } from './tabs';
import { saveStream } from './transfers';

/** The ways to answer are in a menu of their own: one long list hides what else there is. */
const answering = placeSignal<Socket>();

/** What is seldom wanted. */
export function MoreMenu({ socket }: { socket: Socket }) {
  return (
    <>
      <MenuButton name={word('socket.more')} icon="more" items={() => itemsOf(socket)} />
      <ContextMenu name={word('responder.choose')} place={answering} itemsOf={answersFor} done={() => undefined} />
    </>
  );
}

function answerItem(socket: Socket): Item {
  return {
    name: word('socket.more.answer'),
    run: () => {
      const { right, bottom } = (document.activeElement ?? document.body).getBoundingClientRect();
      answering.value = { x: right, y: bottom, of: socket };
    },
  };
}

function itemsOf(socket: Socket): Item[] {
  return [
    ...(isPhone.peek() ? sensibleItems(socket) : []),
    ...(isInMenu.peek() && canAnswer(socket) ? [answerItem(socket)] : []),
    ...(isStream(socket) ? streamItems(socket) : []),
    ...(socket.state === 'CLOSED' ? [] : [recordItem(socket.id)]),
    {
      name: word('socket.more.operations'),
      run: () => {
        go(hrefOfTab(socket.id, 'operations', place.peek()));
      },
    },
    {
      name: word('socket.more.another'),
      run: () => {
        openNewSocketLike(socket);
      },
    },
    { name: word('socket.more.curl'), run: () => void copy(curlLike(socket)) },
    { name: word('socket.more.python'), run: () => void copy(pythonLike(socket)) },
    { name: word('socket.more.local'), run: () => void copy(formatAddress(socket.local_address)) },
    { name: word('socket.more.peer'), run: () => void copy(formatAddress(socket.peer_address)) },
  ];
}

/** A peer is there whose bytes have no bounds. */
function isStream({ state, type }: Socket): boolean {
  return state === 'CONNECTED' && type === 'SOCK_STREAM';
}

function streamItems({ id }: Socket): Item[] {
  return [
    { name: word('socket.more.save'), run: () => void saveStream(id) },
    { name: word('socket.more.send-file'), run: askForFile },
  ];
}

async function copy(text: string | null): Promise<void> {
  if (text === null) say(word('socket.copy.none'));
  else if (!(await copyText(text))) say(word('socket.copy.refused'));
  else say(text.includes('\n') ? word('socket.copied.lines') : word('socket.copied', { text }));
}
