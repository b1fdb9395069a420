import { signal } from '@preact/signals';
import { dropFromTab, keepInTab, readOfTab } from '../browser/kept';
import type { Schemas, Socket } from '../lib/wire';
import { hasData } from './age';
import type { CallRecord } from './protocol';
import { recentCalls } from './calls';
import { epoch, perRun } from './run';
import { rows } from './sockets';
import { stats } from './stats';

/** What the page knew of a run when the server fell silent. */
export interface LastRun {
  epoch: string | null;
  /** How many were open, and the bytes of traffic that were kept. */
  open: number;
  kept: number;
  /** Those of the list, which may have had a filter. */
  sockets: readonly Socket[];
  /** What this page saw set on them. */
  calls: readonly Pick<CallRecord, 'socket_id' | 'call' | 'text'>[];
  /** Of those that were looked at; a tab may have kept a run of an older page, without. */
  responders?: Readonly<Record<string, Schemas['Responder']>>;
}

/** The run that ended with what it had, until someone has read of it. */
export const lastRun = signal<LastRun | null>(null);

const NAME = 'last-run';
const MOST = 1_000;

let noted = stored();

const responders = perRun<NonNullable<LastRun['responders']>>({});

/** The list has only how a socket answers: what else was told goes with the run too. */
export function noteResponder(id: string, told: Schemas['Responder']): void {
  responders.value = { ...responders.peek(), [id]: told };
}

/** How a socket answered when that was looked at last, which it may do no more. */
export function notedResponder(id: string): Schemas['Responder'] | null {
  return responders.value[id] ?? null;
}

export function forgetResponder(id: string): void {
  responders.value = Object.fromEntries(Object.entries(responders.peek()).filter(([known]) => known !== id));
}

/** The server is silent: if it comes back as another run, this is what was. The tab keeps it over a reload. */
export function noteRun(): void {
  if (!hasData.peek()) return;
  const open = rows
    .peek()
    .map(({ socket }) => socket.peek())
    .filter(({ state }) => state !== 'CLOSED');
  noted = {
    epoch: epoch.peek(),
    open: Math.max(open.length, stats.peek()?.open ?? 0),
    kept: stats.peek()?.kept ?? 0,
    sockets: open.slice(0, MOST),
    calls: recentCalls
      .peek()
      .filter(shapes)
      .map(({ socket_id, call, text }) => ({ socket_id, call, text })),
    responders: responders.peek(),
  };
  keepInTab(NAME, JSON.stringify(noted));
}

/** The server says which run it is. */
export function findLastRun(now: string): void {
  if (noted !== null && noted.epoch !== now && noted.open > 0) lastRun.value = noted;
  noted = null;
  dropFromTab(NAME);
}

export function dismissLastRun(): void {
  lastRun.value = null;
}

/** What a socket had from birth is in the socket; these are only in what was called. */
function shapes({ call, kind }: CallRecord): boolean {
  return kind === null && (call === 'setsockopt' || call === 'set_option' || call === 'listen');
}

function stored(): LastRun | null {
  const found = readOfTab(NAME);
  return found === null ? null : (JSON.parse(found) as LastRun);
}
