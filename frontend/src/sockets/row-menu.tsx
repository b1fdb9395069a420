import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatAddress } from '../lib/address';
import type { Socket } from '../lib/wire';
import { rowAfter } from '../lib/roving';
import { printable } from '../lib/text';
import { perRun } from '../live/run';
import { word } from '../lib/words';
import { socketById } from '../live/sockets';
import { formLike } from '../new-socket/form';
import { asCurl } from '../new-socket/listing';
import { openNewSocketLike } from '../new-socket/new-socket';
import { steps } from '../new-socket/steps';
import { accept, close, copy, receive, shutdown } from './actions';
import { openSocket } from './place';
import { selected, toggle } from './selection';

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
      aria-label={word('sockets.menu-of', { id: printable(place.value?.id ?? '') })}
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
  const address = (found: Socket['local_address'], what: 'local' | 'peer') => () => void copy(formatAddress(found), what);
  return [
    {
      name: word('sockets.menu.open'),
      run: () => {
        openSocket(id);
      },
    },
    {
      name: word(selected.peek().has(id) ? 'sockets.menu.unselect' : 'sockets.menu.select'),
      run: () => {
        toggle(id);
      },
    },
    { name: word('sockets.menu.receive'), run: () => void receive(id) },
    ...(state === 'LISTENING' ? [{ name: word('sockets.act.accept'), run: () => void accept(id) }] : []),
    { name: word('sockets.menu.copy-local'), run: address(socket.local_address, 'local') },
    { name: word('sockets.menu.copy-peer'), run: address(socket.peer_address, 'peer') },
    { name: word('sockets.menu.copy-curl'), run: () => void copy(asCurl(steps(formLike(socket)), location.origin), 'commands') },
    {
      name: word('sockets.menu.like'),
      run: () => {
        openNewSocketLike(formLike(socket));
      },
    },
    { name: word('sockets.menu.shutdown'), run: () => void shutdown(id) },
    { name: word('app.close'), run: () => void close([id]) },
  ];
}

function showAt(menu: HTMLElement, x: number, y: number): void {
  menu.showPopover();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
  menu.querySelector('button')?.focus();
}

/** The keys of a menu; a letter goes to the next item that starts with it, and Tab leaves. */
function move(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  if (event.key === 'Tab') menu.hidePopover();
  const items = [...menu.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const next = around(event.key, at, items.length) ?? startingWith(items, at, event.key);
  if (next === null || event.key === 'Tab') return;
  event.preventDefault();
  items.at(next)?.focus();
}

/** From the last item on to the first, and back. */
function around(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown' && at === count - 1) return 0;
  if (key === 'ArrowUp' && at === 0) return count - 1;
  return rowAfter(key, at, count, count);
}

function startingWith(items: readonly HTMLElement[], at: number, letter: string): number | null {
  const turned = [...items.keys()].map((step) => (at + 1 + step) % items.length);
  return turned.find((index) => items[index]?.textContent.toLowerCase().startsWith(letter.toLowerCase())) ?? null;
}
