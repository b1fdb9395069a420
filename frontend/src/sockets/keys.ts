import { singleKeys } from '../browser/settings';
import { socketById } from '../live/sockets';
import { actOn } from './acts';
import { accept, addressOf, close, copy, receive } from './actions';
import { active } from './focus';
import { openRowMenu } from './row-menu';
import { clearSelection, selected, toggle } from './selection';
import { GROUP } from './view';

/** Keys of the list, beside those that all lists have; whether it was one. */
export function press({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
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

function actionsAt(name: string): Record<string, () => void> {
  return name === GROUP ? onGroup : actionsOn(name);
}

const onGroup = {
  ' ': () => {
    actOn(GROUP, null);
  },
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
