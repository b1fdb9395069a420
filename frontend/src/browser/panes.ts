import { quietLetters } from './keys';

/** Moves the focus to the part of the page after, or before, the one that has it. */
export function cyclePanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isPane);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = at < 0 ? 0 : (at + step + panes.length) % panes.length;
  panes[next]?.focus();
}

export function focusFilter(): void {
  const field = filterInReach();
  field?.focus();
  field?.select();
}

/** Of the pane that has the focus, without one of what the page is about, or of the nearest that lies around it. */
export function filterInReach(): HTMLInputElement | undefined {
  const { activeElement: focused, body } = document;
  let around = focused === body ? (subject() ?? body) : focused;
  while (around?.parentElement && !filterIn(around)) around = around.parentElement;
  return around ? filterIn(around) : undefined;
}

function filterIn(part: Element): HTMLInputElement | undefined {
  return [...part.querySelectorAll<HTMLInputElement>('[data-filter], [type=search]')].find(isInSight);
}

function isInSight(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** In sight, and not the frame of panes. */
function isPane(element: HTMLElement): boolean {
  return isInSight(element) && element.querySelector('[data-pane]') === null;
}

export const FIELDS = 'input, textarea, select, [contenteditable]';

/** Esc leaves a field for its pane, where letters are commands; what lies over the page has that key first. */
export function leaveFieldsByEscape(): () => void {
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isCovered()) return;
    if (event.target instanceof HTMLElement && event.target.matches(FIELDS)) focusPaneOf(event.target);
  };
  addEventListener('keydown', leave);
  return () => {
    removeEventListener('keydown', leave);
  };
}

const MOVES = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'j', 'k']);

/** The list of a pane takes its keys from the pane too, which has the focus after Esc or F6. */
export function leadKeysToLists(): () => void {
  const lead = (event: KeyboardEvent) => {
    const pane = event.target;
    if (!(pane instanceof HTMLElement) || !pane.matches('[data-pane]') || !isOfLists(event)) return;
    const list = [...pane.querySelectorAll<HTMLElement>('.rows')].find(isInSight);
    if (!list || list.dispatchEvent(new KeyboardEvent(event.type, event))) return;
    event.preventDefault();
    list.focus({ preventScroll: true });
  };
  addEventListener('keydown', lead);
  return () => {
    removeEventListener('keydown', lead);
  };
}

/** What only looks or selects: of what acts, it is to be seen on which row. */
function isOfLists({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey ? key === 'a' : MOVES.has(key);
}

/** To the part of the page that has its heading. */
export function focusSubject(): void {
  focusPaneOf(subject());
}

function subject(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main h1');
}

/** What had the focus and goes leaves it to the pane where it was: on the body no key moves anything. */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let pane: HTMLElement | null | undefined;
  const note = () => {
    last = document.activeElement;
    pane = last?.closest<HTMLElement>('[data-pane]');
  };
  const observer = new MutationObserver(() => {
    // A dialog gives it back by itself.
    if (!last || last.isConnected || last.closest('dialog') || document.activeElement !== document.body) return;
    if (last.matches(FIELDS)) quietLetters();
    focusPaneOf(pane?.isConnected ? pane : document.getElementById('main'));
  });
  addEventListener('focusin', note);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    removeEventListener('focusin', note);
    observer.disconnect();
  };
}

function focusPaneOf(element: HTMLElement | null): void {
  element?.closest<HTMLElement>('[data-pane]')?.focus({ preventScroll: true });
}

function isCovered(): boolean {
  return document.querySelector('dialog[open], :popover-open') !== null;
}
