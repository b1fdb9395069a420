import { effect, signal, type Signal } from '@preact/signals';
import { keep, readKept } from './kept';

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
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
  effect(() => {
    document.documentElement.dataset.density = density.value;
  });
}

/** A choice that the browser keeps; the first of the values is the default. */
function kept<T extends string>(name: string, values: readonly [T, ...T[]]): Signal<T> {
  const found = readKept(name);
  const choice = signal<T>(values.find((value) => value === found) ?? values[0]);
  effect(() => {
    keep(name, choice.value);
  });
  return choice;
}
