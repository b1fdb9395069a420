import { singleKeys } from '../browser/settings';
import { socketById } from '../live/sockets';
import { accept, addressOf, close, copy, receive } from './actions';
import { active } from './focus';
import { openSocket } from './place';
import { clearSelection, selected, toggle } from './selection';
import { lines, positions } from './view';

/** What the list gives to its keys. */
export interface Hands {
  /** How many rows are in sight. */
  page: () => number;
  reveal: (index: number) => void;
  menu: (id: string) => void;
}

/** Whether the key was one of the list's. */
export function press(event: KeyboardEvent, hands: Hands): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return moved(event.key, hands) || acted(event, hands);
}

function moved(key: string, { page, reveal }: Hands): boolean {
  const at = positions.peek().get(active.peek() ?? '') ?? -1;
  const last = lines.peek().length - 1;
  const steps: Record<string, () => number> = {
    ArrowDown: () => at + 1,
    ArrowUp: () => at - 1,
    j: () => at + 1,
    k: () => at - 1,
    Home: () => 0,
    End: () => last,
    PageDown: () => at + page(),
    PageUp: () => at - page(),
  };
  const step = isOff(key) ? undefined : steps[key];
  if (!step) return false;
  const next = Math.max(0, Math.min(last, step()));
  active.value = lines.peek()[next]?.row.id ?? null;
  reveal(next);
  return true;
}

function acted({ key, shiftKey }: KeyboardEvent, { menu }: Hands): boolean {
  const id = active.peek();
  if (key === 'Escape' && selected.peek().size > 0) {
    clearSelection();
    return true;
  }
  if (id === null || isOff(key)) return false;
  const action =
    shiftKey && key === 'F10'
      ? () => {
          menu(id);
        }
      : actionsOn(id, menu)[key];
  action?.();
  return action !== undefined;
}

function actionsOn(id: string, menu: Hands['menu']): Record<string, () => void> {
  const socket = socketById(id)?.peek();
  return {
    Enter: () => {
      openSocket(id);
    },
    ' ': () => {
      toggle(id);
    },
    ContextMenu: () => {
      menu(id);
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
