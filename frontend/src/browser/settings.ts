import { effect, signal, type Signal } from '@preact/signals';
import { keep, readKept } from './kept';

export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['normal', 'compact', 'touch'] as const;
export const TIMES = ['absolute', 'relative', 'delta'] as const;
export const SWITCH = ['on', 'off'] as const;
export const ANNOUNCEMENTS = ['summaries', 'off'] as const;

export const theme = kept('theme', THEMES);
/** A finger asks for room by itself. */
export const density = kept('density', DENSITIES, matchMedia('(pointer: coarse)').matches ? 'touch' : 'normal');
export const times = kept('times', TIMES);
export const singleKeys = kept('single-keys', SWITCH);
export const announcements = kept('announcements', ANNOUNCEMENTS);

/** `static/first.js` does the same before the first paint. */
export function startSettings(): void {
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
  effect(() => {
    document.documentElement.dataset.density = density.value;
  });
}

/** A choice that the browser keeps. */
function kept<T extends string>(name: string, values: readonly [T, ...T[]], usual: T = values[0]): Signal<T> {
  const found = readKept(name);
  const choice = signal<T>(values.find((value) => value === found) ?? usual);
  effect(() => {
    keep(name, choice.value);
  });
  return choice;
}
