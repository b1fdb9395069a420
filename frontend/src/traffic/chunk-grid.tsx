import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { isPhone } from '../browser/media';
import { density, times } from '../browser/settings';
import { matching } from '../filter/traffic-filter';
import { loadGap } from '../live/traffic';
import { indexFrom, isGap, orderOf, type Entry } from '../live/timeline';
import type { Chunk } from '../live/protocol';
import { asksForMenu, placeOf } from '../ui/menu';
import { Rows, type Hands } from '../ui/rows';
import { ChunkHead, ChunkRow, GapRow, type Layout } from './chunk-row';
import { micros, type Clock } from './columns';
import type { View } from './view';

interface ChunkGridProps {
  name: string;
  rows: readonly Entry[];
  view: View;
  layout: Layout;
  /** The chunk that is shown below. */
  chosen: number | null;
  /** The chunk that is marked as A. */
  a: number | null;
  hands: RefObject<Hands | null>;
  onChoose: (seq: number, options: { replace: boolean }) => void;
  onOpen: () => void;
  onMark: (chunk: Chunk) => void;
  onMenu: (chunk: Chunk, at: { x: number; y: number }) => void;
}

const HEIGHTS = { compact: 24, normal: 24, touch: 44 } as const;
const CARD = 44;
const HEAD = 24;

export function ChunkGrid(props: ChunkGridProps) {
  const { name, rows, view, layout, chosen, hands, a, onChoose, onOpen, onMark, onMenu } = props;
  const active = useSignal<number | null>(chosen);
  // Before the first row is drawn: a view at its end would scroll away from the chunk that a link names.
  useMemo(() => {
    if (chosen !== null) view.leaveEnd();
  }, []);
  const height = isPhone.value ? CARD : HEIGHTS[density.value];
  const at = active.value === null ? -1 : indexOf(rows, active.value);
  const seqs = matching.value?.seqs;
  const [firstRow] = rows;
  const clock = { mode: times.value, first: firstRow ? timeOf(firstRow) : 0 };

  useEffect(() => {
    if (chosen === null || chosen === active.peek()) return;
    view.leaveEnd();
    active.value = chosen;
  }, [chosen]);

  function moveTo(index: number): void {
    const entry = rows[index];
    if (!entry) return;
    view.leaveEnd();
    active.value = orderOf(entry);
    if (!isGap(entry)) onChoose(entry.seq, { replace: true });
  }

  function choose(index: number, event: Event): void {
    const entry = rows[index];
    if (!entry || (event.target instanceof Element && event.target.closest('a, button'))) return;
    view.leaveEnd();
    active.value = orderOf(entry);
    if (event.type === 'click' && !isGap(entry)) onChoose(entry.seq, { replace: false });
    if (event.type !== 'click') {
      if (isGap(entry)) void loadGap(entry);
      else onOpen();
    }
  }

  function press(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const entry = rows[at];
    if (event.key === 'End') {
      moveTo(rows.length - 1);
      view.catchUp();
      return true;
    }
    if (!entry || isGap(entry)) return false;
    if (asksForMenu(event)) onMenu(entry, placeOf(event, rowElement(event, at)));
    else if (event.key === 'm') onMark(entry);
    else return false;
    return true;
  }

  function menu(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const entry = row && rows[Number(row.dataset.index)];
    if (!entry || isGap(entry)) return;
    event.preventDefault();
    view.leaveEnd();
    active.value = entry.seq;
    onMenu(entry, placeOf(event, row));
  }

  return (
    <Rows
      key={height}
      role="grid"
      name={name}
      kind={layout.withSocket ? 'chunks with-socket' : 'chunks'}
      count={rows.length}
      height={height}
      head={{ height: isPhone.value ? 0 : HEAD, row: <ChunkHead layout={layout} /> }}
      at={at}
      sight={active.value}
      follow={{
        isOn: view.following.value && view.frozen.value === null,
        leave: () => {
          view.leaveEnd();
        },
        reach: () => {
          view.reachEnd();
        },
      }}
      keyAt={(index) => rows[index] && orderOf(rows[index])}
      indexOf={(order) => indexFrom(rows, order)}
      onMove={moveTo}
      onChoose={choose}
      onKey={press}
      hands={hands}
      rest={{
        onContextMenu: menu,
        style: { '--digits': `${String(lastNumber(rows)).length}ch` },
      }}
    >
      {(place) => {
        const entry = rows[place.index];
        if (!entry) return null;
        if (isGap(entry)) return <GapRow place={place} gap={entry} />;
        return (
          <ChunkRow
            place={place}
            chunk={entry}
            clock={clockAt(clock, entry.time, rows[place.index - 1])}
            layout={layout}
            isMatch={seqs?.has(entry.seq) ?? false}
            isA={a === entry.seq}
          />
        );
      }}
    </Rows>
  );
}

function rowElement(event: KeyboardEvent, at: number): Element {
  const list = event.currentTarget as HTMLElement;
  return list.querySelector(`[data-index="${at}"]`) ?? list;
}

function indexOf(rows: readonly Entry[], order: number): number {
  const index = indexFrom(rows, order);
  const entry = rows[index];
  return entry && orderOf(entry) === order ? index : -1;
}

function lastNumber(rows: readonly Entry[]): number {
  const last = rows.at(-1);
  return last ? Math.floor(orderOf(last)) : 0;
}

function timeOf(entry: Entry): number {
  return isGap(entry) ? 0 : micros(entry.time);
}

/** Nothing is measured from a gap. */
function clockAt(clock: Omit<Clock, 'previous'>, time: string, above: Entry | undefined): Clock {
  return { ...clock, previous: above && !isGap(above) ? micros(above.time) : micros(time) };
}
