import { computed, effect, signal, untracked } from '@preact/signals';
import { place } from '../browser/router';
import { perRun } from '../live/run';
import { whenTurned, type Row } from '../live/sockets';
import { collapsed } from './accepted';
import { isFolded } from './closed';
import { byKey } from './columns';
import { isBusy } from './focus';
import {
  flat,
  held,
  isSocket,
  isSorted,
  parseSort,
  sorted,
  tree,
  withClosed,
  type Line,
  type Rank,
  type Sort,
} from './order';
import { isLingering, shown, startLingering } from './shown';

const sortText = computed(() => place.value.searchParams.get('sort'));
export const sort = computed(() => parseSort(sortText.value));

/** Someone is in the list, and its order is no longer that of its values. */
export const isOutdated = signal(false);

const order = perRun<readonly Row[]>([]);

/** What is seen, in its order. */
export const lines = computed<readonly Line[]>(() => {
  whenTurned();
  const closed = order.value.filter(isClosed);
  const open = closed.length === 0 ? order.value : order.value.filter((row) => !isClosed(row));
  const placed = sort.value.key === 'id' ? tree(open, collapsed.value) : flat(open);
  return withClosed(placed, closed, isFolded.value);
});

/** One that closes under someone's eyes stays where it was. */
function isClosed({ id, socket }: Row): boolean {
  return socket.peek().state === 'CLOSED' && !isLingering(id);
}

/** The name of a line; that of the head of the closed ones is no socket's. */
export const GROUP = 'closed';

export function nameOf(line: Line | undefined): string | null {
  if (line === undefined) return null;
  return isSocket(line) ? line.row.id : GROUP;
}

/** Where each line stands, by its name. */
export const positions = computed(() => new Map(lines.value.map((line, index) => [nameOf(line), index])));

export function positionOf(name: string | null): number {
  return name === null ? -1 : (positions.value.get(name) ?? -1);
}

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

/** As the server has them is mostly the order of their numbers. */
function inOrder(rows: readonly Row[], by: Sort): Row[] {
  if (by.key === 'id' && isSorted(rows, rankOf(by), false)) return by.descending ? rows.toReversed() : [...rows];
  return untracked(() => sorted(rows, rankOf(by), by.descending));
}

function rankOf({ key }: Sort): Rank {
  const column = byKey.get(key);
  return column?.order ?? ((socket) => column?.text(socket) ?? '');
}
