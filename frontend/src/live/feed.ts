import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { BASE } from '../browser/api';
import { failing, now, paused, updatedAt } from './age';
import { refuse, token } from '../browser/session';
import { forgetRun } from './run';
import { filter } from './sockets';
import { hello, stats } from './stats';
import { lastSeq, trafficWanted } from './traffic';
import { apply } from './apply';
import { FrameBatch } from './batch';
import { Connection } from './connection';
import { merged } from './held';
import { noteRun } from './last-run';
import type { ClientFrame, ServerFrame, Subscription } from './protocol';

/** The one place that knows how the page hears of changes. The rest of it reads the stores. */
const connection = new Connection(`${location.origin.replace(/^http/, 'ws')}${BASE}/live`, {
  opened: introduction,
  received: receive,
  lost: () => {
    noteRun();
    failing.value = true;
  },
  refused: refuse,
});
const frames = new FrameBatch(take);

const hidden = signal(document.hidden);
const epoch = computed(() => hello.value?.epoch ?? null);

/** What came before the server knew that the view stands still. */
let held: ServerFrame | null = null;

/** Follows the server for as long as there is a token. */
export function startFeed(): void {
  setInterval(tick, 1_000);
  document.addEventListener('visibilitychange', look);
  // Before there is a connection, which is told all of it first.
  effect(() => {
    connection.send({ subscribe: subscription() });
  });
  effect(() => {
    connection.send({ paused: paused.value });
  });
  effect(() => {
    connection.send({ hidden: hidden.value });
  });
  effect(() => {
    forget();
    if (token.value === null) return;
    // One that is open already is told at once what the page wants to hear of, which must not start it anew.
    untracked(() => {
      connection.start();
    });
    return () => {
      connection.stop();
    };
  });
  effect(() => {
    if (!paused.value) untracked(release);
  });
}

export function retryNow(): void {
  connection.start();
}

/** What an earlier connection brought and nobody saw, this one brings again. */
function introduction(): ClientFrame[] {
  held = null;
  frames.clear();
  return [
    { token: token.peek() ?? '' },
    { subscribe: subscription() },
    ...(paused.peek() ? [{ paused: true }] : []),
    ...(hidden.peek() ? [{ hidden: true }] : []),
  ];
}

/** Of traffic nothing is missed once the run of the server is known in which the page has what was before. */
function subscription(): Subscription {
  const wanted = trafficWanted.value;
  const run = wanted === null ? epoch.peek() : epoch.value;
  return { filter: filter.value, traffic: run === null ? null : wanted, after: lastSeq(), epoch: run };
}

function receive(frame: ServerFrame): void {
  batch(() => {
    tick();
    updatedAt.value = Date.now();
    failing.value = false;
  });
  frames.add(frame);
}

function take(frame: ServerFrame): void {
  if (paused.peek()) hold(frame);
  else apply(frame);
  connection.send({ ack: frame.n });
}

/** The numbers go on while the view stands still. */
function hold({ hello: greeting, stats: numbers, ...rest }: ServerFrame): void {
  apply({ n: rest.n, ...(greeting && { hello: greeting }), ...(numbers && { stats: numbers }) });
  if (Object.keys(rest).length > 1) held = held ? merged(held, rest) : rest;
}

function release(): void {
  const frame = held;
  held = null;
  if (frame) apply(frame);
}

function forget(): void {
  batch(() => {
    updatedAt.value = null;
    failing.value = false;
    hello.value = null;
    stats.value = null;
    forgetRun();
  });
}

function look(): void {
  hidden.value = document.hidden;
  tick();
  if (!document.hidden && failing.peek()) retryNow();
}

function tick(): void {
  if (!document.hidden) now.value = Date.now();
}
