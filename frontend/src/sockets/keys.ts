import { useKeySheet } from '../browser/keys';
import { singleKeys } from '../browser/settings';
import { rowAfter } from '../lib/roving';
import { word } from '../lib/words';
import { socketById } from '../live/sockets';
import { actOn } from './acts';
import { accept, addressOf, close, copy, receive } from './actions';
import { active } from './focus';
import { openRowMenu } from './row-menu';
import type { Hands } from '../ui/rows';
import { clearSelection, extend, selectAll, selected, toggle } from './selection';
import { GROUP, lines, positionOf } from './view';

export function useKeysOfList(): void {
  useKeySheet(word('rail.sockets'), [
    ['Space', word('sockets.menu.select')],
    ['Shift+ArrowUp, Shift+ArrowDown, Shift+Home, Shift+End', word('sockets.keys.range')],
    ['$mod+a', word('sockets.keys.all')],
    ['x', word('sockets.keys.close')],
    ['a', word('sockets.act.accept')],
    ['r', word('sockets.menu.receive')],
    ['c', word('sockets.keys.copy')],
    ['Shift+F10', word('sockets.acts')],
  ]);
}

/** Keys of the list, beside those that all lists have; whether it was one. */
export function press(event: KeyboardEvent, hands: Hands): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if ((ctrlKey || metaKey) && key === 'a') {
    selectAll();
    return true;
  }
  if (ctrlKey || metaKey || altKey) return false;
  if (shiftKey && extended(key, hands)) return true;
  if (key === 'Escape' && selected.peek().size > 0) {
    clearSelection();
    return true;
  }
  const name = active.peek();
  const action =
    name === null || isOff(key) ? undefined : actionsAt(name)[shiftKey && key === 'F10' ? 'ContextMenu' : key];
  action?.();
  return action !== undefined;
}

/** Whether it was a key that moves. */
function extended(key: string, hands: Hands): boolean {
  const from = active.peek();
  const next = rowAfter(key, positionOf(from), lines.peek().length, hands.page());
  if (next === null) return false;
  hands.moveTo(next);
  extend(from ?? '', active.peek() ?? '');
  return true;
}

function actionsAt(name: string): Record<string, () => void> {
  return name === GROUP ? onGroup : actionsOn(name);
}

const onGroup = {
  ' ': () => {
    actOn(GROUP, null);
  },
  x: () => void close([...selected.peek()]),
};

function actionsOn(id: string): Record<string, () => void> {
  const socket = socketById(id)?.peek();
  return {
    ' ': () => {
      toggle(id);
    },
    ContextMenu: () => {
      const { left = 0, bottom = 0 } = document.getElementById(`row-${id}`)?.getBoundingClientRect() ?? {};
      openRowMenu(id, left + 24, bottom);
    },
    x: () => void close(selected.peek().size > 0 ? [...selected.peek()] : [id]),
    a: () => void accept(id),
    r: () => void receive(id),
    c: () => void copy(socket ? addressOf(socket) : null, 'address'),
  };
}

function isOff(key: string): boolean {
  return /^[a-z]$/.test(key) && singleKeys.peek() === 'off';
}
