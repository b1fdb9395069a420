import { batch, signal, type Signal } from '@preact/signals';
import { dropFromTabBut, keepInTab, readOfTab } from '../browser/kept';
import { forgetTables } from '../browser/tables';

/** The run of the server that the page is about. The tab remembers it: the server may change before a reload. */
export const epoch = signal<string | null>(readOfTab('epoch'));

const endings: (() => void)[] = [forgetTables];

/** A signal of this run alone: another one numbers anew, so that no id of the former may stay. */
export function perRun<T>(initial: T): Signal<T> {
  const own = signal(initial);
  onRunEnd(() => {
    own.value = initial;
  });
  return own;
}

/** For what is no signal. */
export function onRunEnd(forget: () => void): void {
  endings.push(forget);
}

/** The server said which run it is. */
export function meetRun(found: string): void {
  if (epoch.peek() === found) return;
  if (epoch.peek() !== null) forgetRun();
  epoch.value = found;
  keepInTab('epoch', found);
  dropFromTabBut('run.', keyOf(''));
}

/** Nothing of the run is left in the page. */
export function forgetRun(): void {
  batch(() => {
    for (const forget of endings) forget();
  });
}

/** What the tab keeps of this run, `otherwise` where it has nothing. */
export function readOfRun<T>(name: string, otherwise: T): T {
  const found = readOfTab(keyOf(name));
  return found === null ? otherwise : (JSON.parse(found) as T);
}

export function keepOfRun(name: string, value: unknown): void {
  keepInTab(keyOf(name), JSON.stringify(value));
}

function keyOf(name: string): string {
  return `run.${epoch.peek() ?? ''}.${name}`;
}

/** Tells from now on whether the run is still the same. */
export function sameRun(): () => boolean {
  const began = epoch.peek();
  return () => epoch.peek() === began;
}
