import { computed, effect, signal, untracked } from '@preact/signals';
import { place } from '../browser/router';
import { perRun } from '../live/run';
import type { Row } from '../live/sockets';
import { collapsed } from './accepted';
import { byKey } from './columns';
import { isBusy } from './focus';
import { shown, startLingering } from './lingering';
import { flat, held, isSorted, parseSort, sorted, tree, type Line, type Rank, type Sort } from './order';

const sortText = computed(() => place.value.searchParams.get('sort'));
export const sort = computed(() => parseSort(sortText.value));

/** Someone is in the list, and its order is no longer that of its values. */
export const isOutdated = signal(false);

const order = perRun<readonly Row[]>([]);

/** What is seen, in its order. */
export const lines = computed<readonly Line[]>(() =>
  sort.value.key === 'id' ? tree(order.value, collapsed.value) : flat(order.value),
);

/** Where each line stands, by its socket's id. */
export const positions = computed(() => new Map(lines.value.map(({ row }, index) => [row.id, index])));

const PACE = 1_000;

/** Sorts the list for as long as it is on the page. */
export function startView(): () => void {
  const timer = setInterval(keepSorted, PACE);
  const stops = [startLingering(), effect(follow)];
  return () => {
    clearInterval(timer);
    stops.forEach((stop) => {
      stop();
    });
  };
}

export function resort(): void {
  order.value = inOrder(shown.peek(), sort.peek());
  isOutdated.value = false;
}

let followed: Sort | null = null;

/** Rows came or went, or another order was chosen. */
function follow(): void {
  const list = shown.value;
  const isSame = sort.value === followed;
  followed = sort.value;
  if (isSame && isChanging() && isBusy.peek()) order.value = held(list, order.peek());
  else resort();
}

/** Values changed: rows move when nobody is among them. */
function keepSorted(): void {
  if (!isChanging()) return;
  const isInOrder = untracked(() => isSorted(order.peek(), rankOf(sort.peek()), sort.peek().descending));
  if (isInOrder) isOutdated.value = false;
  else if (isBusy.peek()) isOutdated.value = true;
  else resort();
}

function isChanging(): boolean {
  return byKey.get(sort.peek().key)?.changing === true;
}

function inOrder(rows: readonly Row[], by: Sort): Row[] {
  return untracked(() => sorted(rows, rankOf(by), by.descending));
}

function rankOf({ key }: Sort): Rank {
  const column = byKey.get(key);
  return column?.order ?? ((socket) => column?.text(socket) ?? '');
}
