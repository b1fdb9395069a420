import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { isPhone, isSingle } from '../browser/media';
import { density } from '../browser/settings';
import { word } from '../lib/words';
import { feedState } from '../live/age';
import { Rows, type Hands, type Place } from '../ui/rows';
import { actOn } from './acts';
import { chosen, fitting, tracks } from './chosen';
import type { Column } from './columns';
import { active, hasFocus, hovered } from './focus';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { GroupLine } from './group-line';
import { press, useKeysOfList } from './keys';
import { Line } from './line';
import { isSocket } from './order';
import { toShow } from '../live/own-act';
import { opened, openSocket } from './place';
import { openRowMenu, RowMenu } from './row-menu';
import { selectTo, toggle } from './selection';
import { GROUP, lines, nameOf, positionOf } from './view';

/** Pixels of a row: with two lines, with one, as a card, and the head of the closed ones. */
interface Heights {
  two: number;
  one: number;
  group: number;
}

const HEIGHTS: Record<'compact' | 'normal' | 'touch', Heights> = {
  compact: { two: 40, one: 24, group: 24 },
  normal: { two: 44, one: 28, group: 24 },
  touch: { two: 56, one: 44, group: 44 },
};

const CARDS: Heights = { two: 78, one: 78, group: 44 };

/** A table while the list has the page for itself, two lines a row beside a detail, cards on a telephone. */
export function Grid() {
  if (isPhone.value) return <Lines key="cards" kind="cards" heights={CARDS} />;
  const heights = HEIGHTS[density.value];
  const isAlone = opened.value === null && !isSingle.value;
  return isAlone ? <Table key="table" heights={heights} /> : <Lines key="lines" kind="two-lines" heights={heights} />;
}

interface ShapeProps {
  heights: Heights;
}

function Lines({ kind, heights }: ShapeProps & { kind: 'cards' | 'two-lines' }) {
  const draw = useCallback(
    (place: Place) => {
      const line = lines.peek()[place.index];
      if (!line) return null;
      return isSocket(line) ? <Line line={line} place={place} /> : <GroupLine closed={line.closed} place={place} />;
    },
    [lines.value],
  );
  const height = (index: number) => {
    const line = lines.peek()[index];
    if (!isSocket(line)) return heights.group;
    return line.isAccepted || line.row.socket.peek().state === 'CLOSED' ? heights.one : heights.two;
  };
  return <List kind={kind} height={height} layout={heights} draw={draw} />;
}

/** Pixels of the columns with the check box and with the buttons. */
const CHECK = 28;
const ACTIONS = 132;

function Table({ heights }: ShapeProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const columns = useComputed(() => fitting(chosen.value, (width.value ?? 0) - CHECK - ACTIONS)).value;
  const draw = useCallback(
    (place: Place) => {
      const line = lines.peek()[place.index];
      if (!line) return null;
      return isSocket(line) ? (
        <GridRow row={line.row} isAccepted={line.isAccepted} place={place} columns={columns} />
      ) : (
        <GroupLine closed={line.closed} place={place} />
      );
    },
    [lines.value, columns],
  );
  return (
    <div ref={box} class="column" style={{ '--columns': `${CHECK}px ${tracks(columns)} ${ACTIONS}px` }}>
      {width.value !== null && (
        <List
          kind="table"
          height={heights.one}
          layout={heights}
          head={{ height: HEAD, row: <GridHead columns={columns} /> }}
          columns={columns}
          draw={draw}
        />
      )}
    </div>
  );
}

const HEAD = 28;

interface ListProps {
  kind: string;
  height: number | ((index: number) => number);
  layout: Heights;
  head?: { height: number; row: preact.JSX.Element };
  columns?: readonly Column[];
  draw: (place: Place) => preact.JSX.Element | null;
}

function List({ kind, height, layout, head, columns, draw }: ListProps) {
  const hands = useRef<Hands>(null);
  const at = positionOf(active.value);
  const sight = useSight();
  useKeysOfList();
  return (
    <>
      <Rows
        role="grid"
        name={word('rail.sockets')}
        kind={`sockets-grid ${kind} ${feedState.value === 'stale' ? 'old' : ''}`}
        count={lines.value.length}
        height={height}
        layout={layoutOf(lines.value, layout)}
        overscan={6}
        {...(head && { head })}
        at={at}
        sight={sight}
        idOf={idAt}
        keyAt={(index) => nameOf(lines.peek()[index])}
        indexOf={positionOf}
        hands={hands}
        onMove={(index) => {
          active.value = nameOf(lines.peek()[index]);
        }}
        onChoose={choose}
        onKey={press}
        rest={{
          'aria-multiselectable': true,
          ...(columns && { 'aria-colcount': columns.length + 2 }),
          onFocusIn: enter,
          onFocusOut: leave,
          onContextMenu: context,
          onPointerOver: (event) => {
            if (event.pointerType === 'mouse') hovered.value = idOf(event);
          },
          onPointerLeave: () => {
            hovered.value = null;
          },
        }}
      >
        {draw}
      </Rows>
      <RowMenu
        done={() => {
          hands.current?.focus();
        }}
      />
    </>
  );
}

const layouts = new WeakMap<object, { of: Heights; layout: object }>();

/** Another list, or other heights, are another layout. */
function layoutOf(list: object, of: Heights): object {
  const known = layouts.get(list);
  if (known?.of === of) return known.layout;
  const layout = {};
  layouts.set(list, { of, layout });
  return layout;
}

export function rowId(id: string): string {
  return `row-${id}`;
}

function idAt(index: number): string {
  return rowId(nameOf(lines.peek()[index]) ?? '');
}

function enter(): void {
  hasFocus.value = true;
  if (positionOf(active.peek()) < 0) active.value = nameOf(lines.peek()[0]);
}

function leave({
  currentTarget,
  relatedTarget,
}: {
  currentTarget: HTMLElement;
  relatedTarget: EventTarget | null;
}): void {
  hasFocus.value = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
}

function idOf({ target }: Event): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-name]')?.dataset.name ?? null) : null;
}

/** A click, or Enter; a button in the row acts for itself. */
function choose(index: number, event: MouseEvent | KeyboardEvent): void {
  const name = nameOf(lines.peek()[index]);
  if (name === null) return;
  active.value = name;
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
  const isMark = button?.dataset.act === 'select';
  if (event.shiftKey && name !== GROUP && (isMark || !button)) selectTo(name);
  else if (button) actOn(name, button);
  else if (name === GROUP) actOn(name, null);
  else if (event.ctrlKey || event.metaKey) toggle(name);
  else openSocket(name);
  // The link of the row would lead there once more.
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}

function context(event: MouseEvent): void {
  const id = idOf(event);
  if (id === null) return;
  event.preventDefault();
  active.value = id;
  openRowMenu(id, event.clientX, event.clientY);
}

/** The row that comes into sight: that whose detail was opened, or what was made here, whichever was last. */
function useSight(): string | null {
  useSignalEffect(() => {
    toShow.value = opened.value?.id ?? null;
  });
  useSignalEffect(() => {
    if (toShow.value !== null) active.value = toShow.value;
  });
  // Before the row is the active one, another would be shown in its place.
  return active.value === toShow.value ? toShow.value : null;
}

/** Null before there is an element: nothing need be drawn for a width that is not that of the list. */
function useWidth(box: { current: HTMLElement | null }) {
  const width = useSignal<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      width.value = element.clientWidth;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return width;
}
