import type { Socket } from '../lib/wire';
import { groupBy } from '../lib/group';
import type { Row } from '../live/sockets';

/** A socket in the list, and where it stands in the tree of listeners and what they accepted. */
export interface SocketLine {
  row: Row;
  isAccepted: boolean;
  /** The last of what its listener accepted. */
  isLast: boolean;
}

/** The head of those that are closed. */
export interface ClosedGroup {
  closed: number;
}

export type Line = SocketLine | ClosedGroup;

export function isSocket(line: Line | undefined): line is SocketLine {
  return line !== undefined && 'row' in line;
}

export interface Sort {
  key: string;
  descending: boolean;
}

export type Rank = (socket: Socket) => number | string;

const NEWEST_FIRST: Sort = { key: 'id', descending: true };

/** As in an address: `received`, or `-received` for the largest first. */
export function parseSort(text: string | null): Sort {
  if (text === null || text === '') return NEWEST_FIRST;
  const descending = text.startsWith('-');
  return { key: text.slice(descending ? 1 : 0), descending };
}

/** The next of a column's orders: upwards, downwards, as it was. */
export function nextSort({ key: by, descending }: Sort, key: string): string | null {
  if (by !== key) return key;
  const isUsual = key === NEWEST_FIRST.key;
  if (descending) return isUsual ? key : null;
  return isUsual ? null : `-${key}`;
}

/** What was opened first comes first where the rank is the same. */
export function sorted(rows: readonly Row[], rank: Rank, descending: boolean): Row[] {
  const ranked = rows.map((row, index) => ({ row, index, rank: rank(row.socket.peek()) }));
  const sign = descending ? -1 : 1;
  return ranked.sort((a, b) => sign * compare(a.rank, b.rank) || a.index - b.index).map(({ row }) => row);
}

/** Cheaper than to sort, and mostly true. */
export function isSorted(rows: readonly Row[], rank: Rank, descending: boolean): boolean {
  const ranks = rows.map(({ socket }) => rank(socket.peek()));
  const sign = descending ? -1 : 1;
  return ranks.every((value, index) => index === 0 || sign * compare(ranks[index - 1] ?? value, value) <= 0);
}

/** Rows that were there keep their places, new ones come last: someone reads them. */
export function held(rows: readonly Row[], before: readonly Row[]): Row[] {
  const there = new Set(rows);
  const known = before.filter((row) => there.has(row));
  const kept = new Set(known);
  return [...known, ...rows.filter((row) => !kept.has(row))];
}

/** Puts what a listener accepted under it. */
export function tree(rows: readonly Row[], collapsed: ReadonlySet<string>): SocketLine[] {
  const accepted = acceptedOf(rows);
  if (accepted.size === 0) return flat(rows);
  return rows
    .filter((row) => !accepted.has(parentOf(row)))
    .flatMap((row) => {
      const below = collapsed.has(row.id) ? [] : byAge(accepted.get(row.id) ?? []);
      return [{ row, isAccepted: false, isLast: false }, ...below.map((child, index) => under(child, index, below))];
    });
}

function under(row: Row, index: number, all: readonly Row[]): SocketLine {
  return { row, isAccepted: true, isLast: index === all.length - 1 };
}

/** In the order in which they came, whatever that of the others is. */
function byAge(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => numberOf(one.id) - numberOf(other.id));
}

export function numberOf(id: string): number {
  return Number(id.replace(/\D/g, ''));
}

export function flat(rows: readonly Row[]): SocketLine[] {
  return rows.map((row) => ({ row, isAccepted: false, isLast: false }));
}

/** Those that are closed come last, under a head of their own. */
export function withClosed(open: SocketLine[], closed: readonly Row[], isFolded: boolean): Line[] {
  if (closed.length === 0) return open;
  return [...open, { closed: closed.length }, ...(isFolded ? [] : flat(closed))];
}

/** Those that were accepted, by the listener in the list that did it. */
export function acceptedOf(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const ids = new Set(rows.map(({ id }) => id));
  return groupBy(
    rows.filter((row) => ids.has(parentOf(row))),
    parentOf,
  );
}

function parentOf({ socket }: Row): string {
  const { origin, parent } = socket.peek();
  return origin === 'accept' ? (parent ?? '') : '';
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}
