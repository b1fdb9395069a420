import { signal, type Signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { whenReleased } from '../browser/pointer';
import { Icon, type IconName } from './icon';

export interface Item {
  name: string;
  /** A key or a sign at its end. */
  hint?: string;
  run: () => void;
}

export interface Place<T> {
  x: number;
  y: number;
  of: T;
}

export function placeSignal<T>(): Signal<Place<T> | null> {
  return signal<Place<T> | null>(null);
}

/** Where a menu of what has the focus opens: at the pointer, or under the element for the keys that ask for one. */
export function placeOf(event: MouseEvent | KeyboardEvent, element: Element): { x: number; y: number } {
  if ('clientX' in event && (event.clientX !== 0 || event.clientY !== 0)) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 48, y: bottom };
}

/** The keys that ask for a menu. */
export function asksForMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (shiftKey && key === 'F10');
}

interface ContextMenuProps<T> {
  name: string;
  place: Signal<Place<T> | null>;
  itemsOf: (of: T) => readonly Item[];
  /** Gives the focus back to what it was called from. */
  done: () => void;
}

/** Opens where it was called; keys move in it, a letter goes to the next item that begins with it, Tab closes it. */
export function ContextMenu<T>({ name, place, itemsOf, done }: ContextMenuProps<T>) {
  const menu = useRef<HTMLDivElement>(null);

  // Before the next key comes, that is already one of the menu's.
  useLayoutEffect(() => {
    const [element, at] = [menu.current, place.value];
    if (!element || at === null) return;
    return whenReleased(() => {
      showAt(element, at);
    });
  }, [place.value]);

  function ending({ newState }: Pick<ToggleEvent, 'newState'>): void {
    if (newState !== 'closed') return;
    place.value = null;
    if (menu.current?.contains(document.activeElement)) done();
  }

  return (
    <div
      ref={menu}
      class="menu"
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={name}
      onBeforeToggle={ending}
      onKeyDown={move}
    >
      {place.value && <Items items={itemsOf(place.value.of)} menu={menu} />}
    </div>
  );
}

interface MenuButtonProps {
  name: string;
  /** What the button shows; an icon alone has the name as its title. */
  icon?: IconName;
  children?: ComponentChildren;
  items: () => readonly Item[];
}

/** A button with its menu below. */
export function MenuButton({ name, icon, children, items }: MenuButtonProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const isOpen = useRef(signal(false)).current;
  const only = children === undefined;

  function toggled({ newState }: Pick<ToggleEvent, 'newState'>): void {
    isOpen.value = newState === 'open';
    if (newState === 'open') requestAnimationFrame(() => menu.current?.querySelector('button')?.focus());
  }

  return (
    <span class="menu-button">
      <button
        type="button"
        class={only ? 'quiet icon-only' : 'quiet small'}
        popovertarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        aria-label={only ? name : undefined}
        title={name}
      >
        {children}
        {icon && <Icon name={icon} />}
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={name}
        onToggle={toggled}
        onKeyDown={move}
      >
        {isOpen.value && <Items items={items()} menu={menu} />}
      </div>
    </span>
  );
}

function Items({ items, menu }: { items: readonly Item[]; menu: { current: HTMLDivElement | null } }): JSX.Element {
  return (
    <>
      {items.map(({ name, hint, run }) => (
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
          {hint !== undefined && <kbd>{hint}</kbd>}
        </button>
      ))}
    </>
  );
}

function showAt(menu: HTMLElement, { x, y }: { x: number; y: number }): void {
  menu.showPopover();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
  menu.querySelector('button')?.focus();
}

function move(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  if (event.key === 'Tab') menu.hidePopover();
  const items = [...menu.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const next =
    { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key] ?? startingWith(items, at, event.key);
  if (next === null) return;
  event.preventDefault();
  event.stopPropagation();
  items.at(next % items.length)?.focus();
}

function startingWith(items: readonly HTMLElement[], at: number, letter: string): number | null {
  const turned = [...items.keys()].map((step) => (at + 1 + step) % items.length);
  return turned.find((index) => items[index]?.textContent.toLowerCase().startsWith(letter.toLowerCase())) ?? null;
}
