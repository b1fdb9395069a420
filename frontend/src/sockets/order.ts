import type { Socket } from '../lib/wire';
import { groupBy } from '../lib/group';
import type { Row } from '../live/sockets';

/** A row of the list, and where it stands in the tree of listeners and what they accepted. */
export interface Line {
  row: Row;
  isAccepted: boolean;
  /** How many it accepted. */
  accepted: number;
}

export interface Sort {
  key: string;
  descending: boolean;
}

export type Rank = (socket: Socket) => number | string;

/** As in an address: `received`, or `-received` for the largest first. */
export function parseSort(text: string | null): Sort {
  const descending = text?.startsWith('-') ?? false;
  const key = text?.slice(descending ? 1 : 0) ?? '';
  return { key: key === '' ? 'id' : key, descending };
}

/** The next of a column's orders: upwards, downwards, as it was. */
export function nextSort(sort: Sort, key: string): string | null {
  if (sort.key !== key) return key;
  if (!sort.descending) return `-${key}`;
  return null;
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
export function tree(rows: readonly Row[], collapsed: ReadonlySet<string>): Line[] {
  const accepted = acceptedOf(rows);
  const below = (row: Row) => accepted.get(row.id) ?? [];
  return rows
    .filter((row) => !isUnder(row, accepted))
    .flatMap((row) => [
      { row, isAccepted: false, accepted: below(row).length },
      ...(collapsed.has(row.id) ? [] : below(row).map((child) => ({ row: child, isAccepted: true, accepted: 0 }))),
    ]);
}

export function flat(rows: readonly Row[]): Line[] {
  return rows.map((row) => ({ row, isAccepted: false, accepted: 0 }));
}

/** Those that were accepted, by the listener in the list that did it. */
export function acceptedOf(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const ids = new Set(rows.map(({ id }) => id));
  return groupBy(
    rows.filter((row) => ids.has(parentOf(row))),
    parentOf,
  );
}

function isUnder(row: Row, accepted: ReadonlyMap<string, readonly Row[]>): boolean {
  return accepted.has(parentOf(row));
}

function parentOf({ socket }: Row): string {
  const { origin, parent } = socket.peek();
  return origin === 'accept' ? (parent ?? '') : '';
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}
