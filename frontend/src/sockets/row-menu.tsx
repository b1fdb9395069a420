import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatAddress } from '../lib/address';
import type { Socket } from '../lib/wire';
import { printable } from '../lib/text';
import { perRun } from '../live/run';
import { socketById } from '../live/sockets';
import { formLike } from '../new-socket/form';
import { asCurl, textOf } from '../new-socket/code';
import { openNewSocketLike } from '../new-socket/new-socket';
import { steps } from '../new-socket/steps';
import { accept, close, copy, receive, shutdown } from './actions';
import { openSocket } from './place';

interface Place {
  id: string;
  x: number;
  y: number;
}

const place = perRun<Place | null>(null);

export function openRowMenu(id: string, x: number, y: number): void {
  place.value = { id, x, y };
}

/** Everything that can be done with a row. It opens where it was called, and gives the focus back to the list. */
export function RowMenu({ done }: { done: () => void }) {
  const menu = useRef<HTMLDivElement>(null);

  // Before the next key comes, that is already one of the menu's.
  useLayoutEffect(() => {
    if (menu.current && place.value !== null) showAt(menu.current, place.value.x, place.value.y);
  }, [place.value]);

  function ending(event: Pick<ToggleEvent, 'newState'>): void {
    if (event.newState !== 'closed') return;
    place.value = null;
    if (menu.current?.contains(document.activeElement)) done();
  }

  const socket = place.value && socketById(place.value.id)?.peek();
  return (
    <div
      ref={menu}
      class="menu"
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={`Menu of ${printable(place.value?.id ?? '')}`}
      onBeforeToggle={ending}
      onKeyDown={move}
    >
      {socket &&
        itemsOf(socket).map(({ name, run }) => (
          <button
            type="button"
            key={name}
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              menu.current?.hidePopover();
              run();
            }}
          >
            {name}
          </button>
        ))}
    </div>
  );
}

interface Item {
  name: string;
  run: () => void;
}

function itemsOf(socket: Socket): Item[] {
  const { id, state } = socket;
  const address = (found: Socket['local_address'], what: string) => () => void copy(formatAddress(found), what);
  return [
    {
      name: 'Open',
      run: () => {
        openSocket(id);
      },
    },
    { name: 'Receive once', run: () => void receive(id) },
    ...(state === 'LISTENING' ? [{ name: 'Accept', run: () => void accept(id) }] : []),
    { name: 'Copy local address', run: address(socket.local_address, 'local address') },
    { name: 'Copy peer address', run: address(socket.peer_address, 'peer address') },
    {
      name: 'Copy as curl',
      run: () => void copy(textOf(asCurl([steps(formLike(socket))], location.origin)), 'the commands'),
    },
    {
      name: 'Open another like this',
      run: () => {
        openNewSocketLike(formLike(socket));
      },
    },
    { name: 'Shut down sending', run: () => void shutdown(id) },
    { name: 'Close', run: () => void close([id]) },
  ];
}

function showAt(menu: HTMLElement, x: number, y: number): void {
  menu.showPopover();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
  menu.querySelector('button')?.focus();
}

/** The keys of a menu; a letter goes to the next item that starts with it. */
function move(event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const next =
    { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1, Tab: at }[event.key] ?? startingWith(items, at, event.key);
  if (next === null) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}

function startingWith(items: readonly HTMLElement[], at: number, letter: string): number | null {
  const turned = [...items.keys()].map((step) => (at + 1 + step) % items.length);
  return turned.find((index) => items[index]?.textContent.toLowerCase().startsWith(letter.toLowerCase())) ?? null;
}
