import { computed, signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { tinykeys } from 'tinykeys';
import { word } from '../lib/words';
import { singleKeys } from './settings';

export const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : word('key.ctrl');

interface Key {
  /** What it does, in the sheet of keys. */
  says: string;
  run: (event: KeyboardEvent) => void;
}

/** In tinykeys' notation; one that says nothing is another way to what a key beside it does. */
export type Bindings = Record<string, Key | Key['run']>;

/** Keys of one part of the page, for the sheet that lists them. */
export interface KeyGroup {
  name: string;
  keys: readonly (readonly [keys: string, says: string])[];
}

const groups = signal<ReadonlyMap<symbol, KeyGroup>>(new Map());

/** Those of what is on the page, each part once. */
export const keyGroups = computed(() => {
  const names = new Map<string, Map<string, string>>();
  for (const { name, keys } of groups.value.values()) {
    const known = names.get(name) ?? new Map<string, string>();
    names.set(name, new Map([...known, ...keys]));
  }
  return [...names].map(([name, keys]): KeyGroup => ({ name, keys: [...keys] }));
});

/** Keys of the page for as long as the component is there. The set of keys is the first one. */
export function useKeys(bindings: Bindings, name = word('keys.here')): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useKeySheet(
    name,
    Object.entries(bindings).flatMap(([keys, key]) => (typeof key === 'function' ? [] : [[keys, key.says] as const])),
  );
  // Before the paint: who sees what they are for may press them.
  useLayoutEffect(() => {
    const ends = [listen(latest, true), listen(latest, false)];
    return () => {
      for (const end of ends) end();
    };
  }, []);
}

/** Sequences are captured before whatever has the focus: the last key of one is nobody else's. */
function listen(latest: { current: Bindings }, capture: boolean): () => void {
  const own = Object.keys(latest.current).filter((keys) => isSequence(keys) === capture);
  return tinykeys(window, Object.fromEntries(own.map((keys) => [keys, guarded(keys, latest)])), { capture });
}

function isSequence(keys: string): boolean {
  return keys.includes(' ');
}

/** Lists keys that an element has by itself. */
export function useKeySheet(name: string, keys: KeyGroup['keys']): void {
  useEffect(() => {
    const own = Symbol(name);
    if (keys.length > 0) groups.value = new Map([...groups.peek(), [own, { name, keys }]]);
    return () => {
      groups.value = new Map([...groups.peek()].filter(([key]) => key !== own));
    };
  }, []);
}

function guarded(keys: string, latest: { current: Bindings }) {
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isModal() || (isSingle(keys) && !takesSingle(event))) return;
    event.preventDefault();
    if (isSequence(keys)) event.stopPropagation();
    const key = latest.current[keys];
    (typeof key === 'function' ? key : key?.run)?.(event);
  };
}

/** A key that also types: `n`, `Shift+?`, `g s`, `g (.)`; not `F6` nor `$mod+k`. */
function isSingle(keys: string): boolean {
  return keys.split(' ').every((press) => /^(?:Shift\+)?(?:\S|\(\.\))$/.test(press));
}

let quietUntil = 0;

/** What is typed on when a field goes away is no command. */
export function quietLetters(): void {
  quietUntil = performance.now() + QUIET;
}

/** Milliseconds without a letter after which one is a command again. */
const QUIET = 1_000;

/** Whoever still types goes on with it. */
function isTypedOn(): boolean {
  const isQuiet = performance.now() < quietUntil;
  if (isQuiet) quietLetters();
  return isQuiet;
}

function takesSingle({ target }: KeyboardEvent): boolean {
  return (
    singleKeys.value === 'on' &&
    !isTypedOn() &&
    !(target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=menu]'))
  );
}

function isModal(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
