import { effect, signal, type Signal } from '@preact/signals';

export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['normal', 'compact', 'touch'] as const;
export const TIMES = ['absolute', 'relative', 'delta'] as const;
export const SWITCH = ['on', 'off'] as const;
export const ANNOUNCEMENTS = ['summaries', 'off'] as const;

export const theme = kept('theme', THEMES);
export const density = kept('density', DENSITIES);
export const times = kept('times', TIMES);
export const singleKeys = kept('single-keys', SWITCH);
export const announcements = kept('announcements', ANNOUNCEMENTS);

/** `static/theme.js` does the same before the first paint. */
export function startSettings(): void {
  effect(() => { document.documentElement.dataset.theme = theme.value; });
  effect(() => { document.documentElement.dataset.density = density.value; });
}

/** A choice that the browser keeps; the first of the values is the default. */
function kept<T extends string>(name: string, values: readonly [T, ...T[]]): Signal<T> {
  const key = `socket-console.${name}`;
  const found = read(key);
  const choice = signal<T>(values.find((value) => value === found) ?? values[0]);
  effect(() => { write(key, choice.value); });
  return choice;
}

/** A browser that keeps nothing throws. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice holds until the page is left.
  }
}
