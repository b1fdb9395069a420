import { useEffect, useRef } from 'preact/hooks';
import { tinykeys } from 'tinykeys';
import { singleKeys } from './settings';

export type Bindings = Record<string, (event: KeyboardEvent) => void>;

/** Keys of the page, in tinykeys' notation, for as long as the component is there. The set of keys is the first one. */
export function useKeys(bindings: Bindings): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(
    () => tinykeys(window, Object.fromEntries(Object.keys(bindings).map((keys) => [keys, guarded(keys, latest)]))),
    [],
  );
}

function guarded(keys: string, latest: { current: Bindings }) {
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isModal() || (isSingle(keys) && !takesSingle(event))) return;
    event.preventDefault();
    latest.current[keys]?.(event);
  };
}

/** A key that also types: `n`, `Shift+?`, `g s`; not `F6` nor `$mod+k`. */
function isSingle(keys: string): boolean {
  return keys.split(' ').every((press) => /^(?:Shift\+)?\S$/.test(press));
}

function takesSingle({ target }: KeyboardEvent): boolean {
  return (
    singleKeys.value === 'on' &&
    !(target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))
  );
}

function isModal(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
