import { computed, signal } from '@preact/signals';
import { keep, readKept } from '../browser/kept';
import { go, place, withQuery } from '../browser/router';
import { byKey, COLUMNS, type Column } from './columns';

const USUAL = COLUMNS.slice(0, 9).map(({ key }) => key);

const kept = signal<readonly string[]>(known(readKept('columns')) ?? USUAL);

/** The columns in their order: those of the address, else those that were chosen here last. */
export const chosen = computed<readonly Column[]>(() =>
  (known(place.value.searchParams.get('cols')) ?? kept.value).flatMap((key) => byKey.get(key) ?? []),
);

export function chooseColumns(keys: readonly string[]): void {
  kept.value = keys;
  keep('columns', keys.join(','));
  if (place.peek().searchParams.has('cols')) go(withQuery({ cols: keys.join(',') }), { replace: true });
}

export function usualColumns(): void {
  chooseColumns(USUAL);
}

/** The keys that name a column; null where none does. */
function known(text: string | null): readonly string[] | null {
  const keys = [...new Set(text?.split(','))].filter((key) => byKey.has(key));
  return keys.length > 0 ? keys : null;
}

/** The first gives way first; a number and a state are there at any width. */
const GIVE_WAY = [
  'rate',
  'age',
  'origin',
  'fd',
  'error',
  'timeout',
  'activity',
  'sent',
  'received',
  'waiting',
  'type',
  'label',
  'peer',
  'local',
];

/** Those that fit side by side. */
export function fitting(columns: readonly Column[], width: number): readonly Column[] {
  const gone = new Set<string>();
  const left = () => columns.filter(({ key }) => !gone.has(key));
  for (const key of GIVE_WAY) {
    if (widthOf(left()) <= width) break;
    gone.add(key);
  }
  return left();
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}

/** The tracks of the rows' grid; where no column grows, the last one does. */
export function tracks(columns: readonly Column[]): string {
  const last = columns.some(({ grows }) => grows) ? -1 : columns.length - 1;
  return columns
    .map(({ width, grows }, index) => (grows || index === last ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ');
}
