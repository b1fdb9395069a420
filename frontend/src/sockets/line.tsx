import { effect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isMessages } from '../call/receiving';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import type { Row } from '../live/sockets';
import { stateLook } from '../live/state-look';
import { Icon } from '../ui/icon';
import { placed, type Place } from '../ui/rows';
import { acceptedBy, collapsed } from './accepted';
import { isOfOwnAct } from '../live/own-act';
import { endsText, factsText, movedText, nameText } from './looks';
import type { SocketLine } from './order';
import { hrefOf, opened } from './place';
import { History, second } from './rate';
import { selected } from './selection';
import { isLingering } from './shown';
import { setText } from './texts';
import { firstWaitingOn } from './waiting';

interface LineProps {
  line: SocketLine;
  place: Place;
}

/**
 * A socket in two lines, one line, or a card, as the style of the list has it. Its element is used again for others, and
 * what it says is written past the virtual DOM: scrolling writes hundreds a frame.
 */
export function Line({ line: { row, isAccepted, isLast }, place }: LineProps) {
  const element = useRef<HTMLDivElement>(null);
  const kind = `line ${isAccepted ? 'accepted' : ''} ${isLast ? 'last' : ''} ${place.isAt ? 'active' : ''}`;
  useLayoutEffect(() => {
    const line = element.current;
    if (!line) return;
    const parts = partsOf(line);
    name(parts, row.id);
    const stops = [
      effect(() => {
        tell(line, parts, row, isAccepted);
      }),
      effect(() => {
        mark(line, parts, row);
      }),
      effect(() => {
        draw(parts, row);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
    // Another class takes those away that are written.
  }, [row, kind]);
  return (
    <div ref={element} role="row" class={kind} data-name={row.id} aria-rowindex={place.index + 1} {...placed(place)}>
      {PARTS}
    </div>
  );
}

/** The same for all, so that nothing of it is compared again. */
const PARTS = [
  <span key="check" role="gridcell" class="mark">
    <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
      <path />
    </svg>
    <input type="checkbox" tabIndex={-1} data-act="select" />
  </span>,
  <span key="name" role="gridcell" class="name">
    <button type="button" class="toggle" tabIndex={-1} data-act="fold">
      <Icon name="down" />
    </button>
    {/* eslint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/anchor-is-valid -- both are written with the texts. */}
    <a class="id" tabIndex={-1} />
    <span class="cut label" />
  </span>,
  <span key="state" role="gridcell" class="state">
    <span />
  </span>,
  <span key="ends" role="gridcell" class="cut ends" />,
  <span key="facts" role="gridcell" class="facts" />,
  <span key="moved" role="gridcell" class="moved">
    <svg class="spark" viewBox="0 0 48 14" aria-hidden="true">
      <polyline />
    </svg>
    <span />
  </span>,
  <span key="acts" role="gridcell" class="acts">
    <button type="button" tabIndex={-1} data-act="main" />
    <button type="button" class="more" tabIndex={-1} aria-haspopup="menu" data-act="menu" title={word('sockets.menu')}>
      <Icon name="more" />
    </button>
  </span>,
];

type Parts = ReturnType<typeof partsOf>;

function partOf<E extends Element>(line: HTMLElement, kind: new () => E, selector: string): E {
  const part = line.querySelector(selector);
  if (!(part instanceof kind)) throw new TypeError(selector);
  return part;
}

function partsOf(line: HTMLElement) {
  const find = <E extends Element>(kind: new () => E, selector: string) => partOf(line, kind, selector);
  return {
    glyph: find(SVGElement, '.glyph'),
    path: find(SVGPathElement, '.glyph path'),
    check: find(HTMLInputElement, 'input'),
    toggle: find(HTMLButtonElement, '.toggle'),
    id: find(HTMLAnchorElement, '.id'),
    label: find(HTMLElement, '.label'),
    state: find(HTMLElement, '.state > span'),
    ends: find(HTMLElement, '.ends'),
    facts: find(HTMLElement, '.facts'),
    moved: find(HTMLElement, '.moved > span'),
    spark: find(SVGPolylineElement, 'polyline'),
    main: find(HTMLButtonElement, '[data-act=main]'),
    menu: find(HTMLButtonElement, '.more'),
  };
}

/** What does not change for as long as the row is this one. */
function name({ check, toggle, id, menu, main }: Parts, of: string): void {
  const shown = printable(of);
  delete main.dataset.does;
  setText(id, shown);
  check.setAttribute('aria-label', word('sockets.select', { id: shown }));
  toggle.setAttribute('aria-label', word('sockets.accepted-of', { id: shown }));
  menu.setAttribute('aria-label', word('sockets.menu-of', { id: shown }));
}

function tell(line: HTMLElement, parts: Parts, { id, socket: { value: socket } }: Row, isAccepted: boolean): void {
  const waiting = firstWaitingOn(id);
  const look = stateLook(socket, waiting);
  put(parts.path, 'd', look.glyph);
  put(parts.path, 'class', look.fill ?? null);
  put(parts.glyph, 'class', `glyph ${look.tone}`);
  put(parts.state, 'class', look.isChip ? `chip ${look.tone}` : look.tone);
  write(parts.state, look.text);
  write(parts.label, nameText(socket, isAccepted));
  write(parts.ends, endsText(socket));
  write(parts.facts, factsText(socket));
  write(parts.moved, movedText(socket, waiting));
  line.classList.toggle('closed', socket.state === 'CLOSED' || isLingering(id));
  offer(parts.main, id, actOf(socket, waiting !== undefined));
}

type Act = 'cancel' | 'accept' | 'receive' | 'none';

/** What one does most with it. */
export function actOf(socket: Socket, isWaiting: boolean): Act {
  const { state } = socket;
  if (state === 'CLOSED') return 'none';
  if (isWaiting) return 'cancel';
  if (state === 'LISTENING') return 'accept';
  return canReceive(socket) ? 'receive' : 'none';
}

/** A raw socket has all of its protocol without an address; what came before a connection ended is there still. */
function canReceive(socket: Socket): boolean {
  const { state, type, unread } = socket;
  if ((unread ?? 0) > 0) return true;
  return state === 'UNCONNECTED' ? type === 'SOCK_RAW' : state !== 'BOUND' || isMessages(socket);
}

function offer(button: HTMLButtonElement, id: string, act: Act): void {
  if (button.dataset.does === act) return;
  button.dataset.does = act;
  button.hidden = act === 'none';
  if (act === 'none') return;
  setText(button, word(`sockets.act.${act}`));
  button.setAttribute('aria-label', word(`sockets.act-on.${act}`, { id: printable(id) }));
}

function mark(line: HTMLElement, { check, toggle, id: link }: Parts, { id }: Row): void {
  const isSelected = selected.value.has(id);
  put(line, 'aria-selected', String(isSelected));
  check.checked = isSelected;
  put(line, 'aria-current', opened.value?.id === id ? 'true' : null);
  put(link, 'href', hrefOf(id));
  line.classList.toggle('own', isOfOwnAct(id));
  toggle.hidden = acceptedBy(id) === 0;
  put(toggle, 'aria-expanded', String(!collapsed.value.has(id)));
}

const SPARK = { width: 48, height: 14 };

/** What it moved in each second of the last minute, as far as it was in sight. */
function draw({ spark }: Parts, row: Row): void {
  const at = second.value;
  const history = historyOf(row);
  const { bytes_received, bytes_sent } = row.socket.peek();
  history.add(bytes_received + bytes_sent, at);
  put(spark, 'points', history.isStill() ? null : history.points(SPARK));
}

const histories = new WeakMap<Row, History>();

function historyOf(row: Row): History {
  const known = histories.get(row) ?? new History();
  histories.set(row, known);
  return known;
}

/** A node that stays costs the browser less than another in its place. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) setText(element, text);
  if (element.title !== text && element.classList.contains('ends')) element.title = text;
}

function put(element: Element, attribute: string, value: string | null): void {
  if (element.getAttribute(attribute) === value) return;
  if (value === null) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}
