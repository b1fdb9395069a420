import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { isNarrow } from '../browser/media';
import { usePool } from '../lib/pool';
import { stepped } from '../lib/roving';
import { useVirtualList } from '../ui/virtual';
import { density, singleKeys, times } from '../browser/settings';
import { loadGap } from '../live/traffic';
import { indexFrom, isGap, orderOf, type Entry } from '../live/timeline';
import { ChunkHead, ChunkRow, GapRow, rowIndex, type Layout } from './chunk-row';
import { micros, type Clock } from './columns';
import { useFollow } from './use-follow';
import type { View } from './view';

interface ChunkGridProps {
  name: string;
  rows: readonly Entry[];
  view: View;
  layout: Layout;
  /** The chunk that is shown below. */
  chosen: number | null;
  onChoose: (seq: number, options: { replace: boolean }) => void;
  onOpen: () => void;
}

const HEIGHTS = { compact: 24, normal: 28, touch: 44 } as const;
const CARD = 52;

/** Anew for other heights: the list below remembers them. */
export function ChunkGrid(props: ChunkGridProps) {
  const rowHeight = isNarrow.value ? CARD : HEIGHTS[density.value];
  return <Grid key={rowHeight} rowHeight={rowHeight} {...props} />;
}

function Grid({
  rowHeight,
  name,
  rows,
  view,
  layout,
  chosen,
  onChoose,
  onOpen,
}: ChunkGridProps & { rowHeight: number }) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const head = isNarrow.value ? 0 : rowHeight;
  const { items, height } = useVirtualList({ scroller, count: rows.length, rowHeight });
  const pool = usePool(items.length);
  const active = useSignal<number | null>(chosen);
  const scrolled = useFollow(scroller, view, rows, rowHeight);
  const at = active.value === null ? -1 : indexOf(rows, active.value);
  const arrived = at >= 0;

  const unseen = useRef(chosen !== null);
  useEffect(() => {
    if (chosen === null || chosen === active.peek()) return;
    active.value = chosen;
    unseen.current = true;
  }, [chosen]);
  useLayoutEffect(() => {
    if (!arrived || !unseen.current || !scroller.current) return;
    unseen.current = false;
    view.leaveEnd();
    reveal(scroller.current, at, rowHeight, head);
  }, [arrived, at]);

  function moveTo(index: number): void {
    const entry = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (!entry || !scroller.current) return;
    view.leaveEnd();
    active.value = orderOf(entry);
    if (!isGap(entry)) onChoose(entry.seq, { replace: true });
    reveal(scroller.current, rows.indexOf(entry), rowHeight, head);
  }

  function toEnd(): void {
    moveTo(rows.length - 1);
    view.catchUp();
  }

  function open(): void {
    const entry = rows[at];
    if (entry && isGap(entry)) void loadGap(entry);
    else if (entry) onOpen();
  }

  function choose(target: EventTarget | null): void {
    const entry = rows[rowIndex(target) ?? -1];
    if (!entry) return;
    view.leaveEnd();
    active.value = orderOf(entry);
    if (!isGap(entry)) onChoose(entry.seq, { replace: false });
  }

  function press(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 2);
    const act = actionOf(event, page);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function actionOf(event: KeyboardEvent, page: number): (() => void) | null {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return null;
    if (event.key === 'End') return toEnd;
    if (event.key === 'Enter') return open;
    const step = stepOf(event.key, page);
    if (step === undefined) return null;
    return () => {
      moveTo(stepped(at, step, rows.length));
    };
  }

  const first = rows[0];
  const clock = { mode: times.value, first: first ? timeOf(first) : 0 };
  return (
    <div
      ref={scroller}
      class={layout.withSocket ? 'chunks with-socket' : 'chunks'}
      role="grid"
      aria-label={name}
      tabIndex={0}
      aria-rowcount={rows.length + 1}
      style={{ '--row': `${rowHeight}px` }}
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      onKeyDown={press}
      onClick={({ target }) => {
        choose(target);
      }}
      onScroll={scrolled}
    >
      <div role="rowgroup" class="chunk-heads">
        <ChunkHead layout={layout} />
      </div>
      <div role="rowgroup" class="chunk-canvas" style={{ height: `${height}px` }}>
        {items.map(({ index, start }) => {
          const entry = rows[index];
          const row = { id: `${id}-${index}`, index, top: start, active: index === at };
          if (!entry) return null;
          if (isGap(entry)) return <GapRow key={`gap-${index % pool}`} gap={entry} {...row} />;
          return (
            <ChunkRow
              key={index % pool}
              chunk={entry}
              clock={clockAt(clock, entry.time, rows[index - 1])}
              layout={layout}
              {...row}
            />
          );
        })}
      </div>
    </div>
  );
}

function indexOf(rows: readonly Entry[], order: number): number {
  const index = indexFrom(rows, order);
  const entry = rows[index];
  return entry && orderOf(entry) === order ? index : -1;
}

function stepOf(key: string, page: number): number | undefined {
  const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page, Home: -Infinity };
  const letters: Record<string, number> = singleKeys.value === 'on' ? { j: 1, k: -1 } : {};
  return steps[key] ?? letters[key];
}

function timeOf(entry: Entry): number {
  return isGap(entry) ? 0 : micros(entry.time);
}

/** Nothing is measured from a gap. */
function clockAt(clock: Omit<Clock, 'previous'>, time: string, above: Entry | undefined): Clock {
  return { ...clock, previous: above && !isGap(above) ? micros(above.time) : micros(time) };
}

/** The head stays over the rows, and would hide one. */
function reveal(scroller: HTMLElement, index: number, rowHeight: number, head: number): void {
  const top = index * rowHeight;
  const room = scroller.clientHeight - head;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + rowHeight - room;
}
