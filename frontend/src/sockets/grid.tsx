import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isNarrow } from '../browser/media';
import { usePool } from '../lib/pool';
import { useVirtualList, type VirtualItem } from '../ui/virtual';
import { feedState } from '../live/age';
import { density } from '../browser/settings';
import { chosen, fitting, tracks } from './chosen';
import { active, hasFocus, hovered } from './focus';
import { GridHead } from './grid-head';
import { GridRow, rowId } from './grid-row';
import { press, type Hands } from './keys';
import { opened, openSocket } from './place';
import { openRowMenu, RowMenu } from './row-menu';
import { selectTo, toggle } from './selection';
import { lines, positions } from './view';

const HEIGHTS = { compact: 24, normal: 28, touch: 44 };
const CARD = 116;

/** Another height of rows is another list. */
export function Grid() {
  const height = isNarrow.value ? CARD : HEIGHTS[density.value];
  return <Rows key={height} rowHeight={height} />;
}

function Rows({ rowHeight }: { rowHeight: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const columns = useComputed(() =>
    opened.value && !isNarrow.value ? fitting(chosen.value, width.value - ACTIONS) : chosen.value,
  ).value;
  const at = positions.value.get(active.value ?? '') ?? -1;
  const { items, height } = useVirtualList({
    scroller,
    count: lines.value.length,
    rowHeight,
    overscan: 6,
    always: [at],
  });
  const apart = apartFrom(items);
  const pool = usePool(apart === undefined ? items.length : items.length - 1);
  const hands = useHands(scroller, rowHeight);
  useOpened(hands.reveal);

  return (
    <div ref={scroller} class={feedState.value === 'stale' ? 'grid-scroller old' : 'grid-scroller'}>
      <div
        ref={grid}
        role="grid"
        class={isNarrow.value ? 'grid cards' : 'grid'}
        tabIndex={0}
        aria-label="Sockets"
        aria-multiselectable
        aria-rowcount={lines.value.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={at < 0 ? undefined : rowId(active.value ?? '')}
        style={{ '--columns': `${tracks(columns)} ${ACTIONS}px`, '--height': `${rowHeight}px` }}
        onFocusIn={() => {
          enter();
        }}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          hasFocus.value = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        }}
        onKeyDown={(event) => {
          if (isOwn(event, grid) && press(event, hands)) event.preventDefault();
        }}
        onClick={click}
        onContextMenu={context}
        onPointerOver={(event) => {
          if (event.pointerType === 'mouse') hovered.value = idOf(event);
        }}
        onPointerLeave={() => {
          hovered.value = null;
        }}
      >
        <GridHead columns={columns} />
        <div role="rowgroup" class="body" style={{ height: `${height}px` }}>
          {items.map(({ index, start }) => {
            const line = lines.value[index];
            return (
              line && (
                <GridRow
                  key={index === apart ? 'apart' : index % pool}
                  row={line.row}
                  isAccepted={line.isAccepted}
                  index={index}
                  top={start}
                  columns={columns}
                />
              )
            );
          })}
        </div>
      </div>
      <RowMenu
        done={() => {
          grid.current?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}

/** The row with the focus, where it is far from the others. */
function apartFrom(items: readonly VirtualItem[]): number | undefined {
  const [first, second] = items;
  const [last, beforeLast] = [items.at(-1), items.at(-2)];
  if (first && second && second.index !== first.index + 1) return first.index;
  return last && beforeLast && beforeLast.index !== last.index - 1 ? last.index : undefined;
}

/** Pixels of the column with the menu's button. */
const ACTIONS = 36;

function enter(): void {
  hasFocus.value = true;
  if (!positions.peek().has(active.peek() ?? '')) active.value = lines.peek()[0]?.row.id ?? null;
}

/** The buttons of the head have keys of their own. */
function isOwn({ target }: Event, grid: RefObject<HTMLElement | null>): boolean {
  return (
    target === grid.current ||
    (target instanceof Element && target.closest('.body') !== null && !target.matches('button'))
  );
}

function idOf({ target }: Event): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset.id ?? null) : null;
}

function click(event: MouseEvent): void {
  const id = idOf(event);
  if (id === null || !(event.target instanceof Element)) return;
  active.value = id;
  if (event.target.closest('button')) return;
  if (event.ctrlKey || event.metaKey) toggle(id);
  else if (event.shiftKey) selectTo(id);
  else openSocket(id);
  if (event.shiftKey || event.ctrlKey || event.metaKey) event.preventDefault();
}

function context(event: MouseEvent): void {
  const id = idOf(event);
  if (id === null) return;
  event.preventDefault();
  active.value = id;
  openRowMenu(id, event.clientX, event.clientY);
}

function useHands(scroller: RefObject<HTMLDivElement | null>, rowHeight: number): Hands {
  const head = () => scroller.current?.querySelector('.head')?.clientHeight ?? 0;
  const sight = () => (scroller.current?.clientHeight ?? 0) - head();
  return {
    page: () => Math.max(1, Math.floor(sight() / rowHeight) - 1),
    reveal: (index) => {
      const top = index * rowHeight;
      const now = scroller.current?.scrollTop ?? 0;
      if (top < now) scroller.current?.scrollTo({ top });
      if (top + rowHeight > now + sight()) scroller.current?.scrollTo({ top: top + rowHeight - sight() });
    },
    menu: (id) => {
      const { left = 0, bottom = 0 } = document.getElementById(rowId(id))?.getBoundingClientRect() ?? {};
      openRowMenu(id, left + 24, bottom);
    },
  };
}

/** The row whose detail an address opens comes into sight once. */
function useOpened(reveal: (index: number) => void): void {
  const last = useRef<string | null>(null);
  useSignalEffect(() => {
    const id = opened.value?.id ?? null;
    const at = positions.value.get(id ?? '');
    if (at === undefined || id === last.current) return;
    last.current = id;
    active.value = id;
    requestAnimationFrame(() => {
      reveal(at);
    });
  });
}

function useWidth(element: RefObject<HTMLElement | null>) {
  const width = useSignal(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      width.value = entry?.contentRect.width ?? 0;
    });
    if (element.current) observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return width;
}
