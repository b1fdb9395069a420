import type { Socket } from '../lib/wire';
import { receiveCalls } from './calls';
import { hasData } from './age';
import { happen } from '../ui/notices';
import { changeWaitings, showWaitings } from './operations';
import { changeSockets, showSockets, socketById } from './sockets';
import { hello, stats } from './stats';
import { meetRun } from './run';
import { findLastRun } from './last-run';
import { receiveTraffic } from './traffic';
import { host } from '../browser/title';
import type { CallRecord, Delta, Hello, ServerFrame, Snapshot } from './protocol';

/** Puts a frame into the stores. */
export function apply(frame: ServerFrame): void {
  if (frame.hello) greet(frame.hello);
  if (frame.snapshot) show(frame.snapshot);
  if (frame.delta) change(frame.delta);
  if (frame.calls) take(frame.calls);
  if (frame.traffic) receiveTraffic(frame.traffic);
  if (frame.stats) stats.value = frame.stats;
}

function greet(found: Hello): void {
  findLastRun(found.epoch);
  meetRun(found.epoch);
  hello.value = found;
  host.value = found.host;
}

function show(snapshot: Snapshot): void {
  showSockets(snapshot);
  showWaitings(snapshot.waiting);
  hasData.value = true;
}

function change(delta: Delta): void {
  count(delta.sockets ?? []);
  changeSockets(delta);
  changeWaitings(delta);
}

function take(calls: readonly CallRecord[]): void {
  happen('failed', calls.filter(({ kind }) => kind !== null).length);
  receiveCalls(calls);
}

/** Before the change is made: what it makes different is what happened. */
function count(sockets: readonly Socket[]): void {
  const isOpen = (state: string | undefined) => state !== undefined && state !== 'CLOSED';
  const before = ({ id }: Socket) => isOpen(socketById(id)?.peek().state);
  happen('opened', sockets.filter((socket) => isOpen(socket.state) && !before(socket)).length);
  happen('closed', sockets.filter((socket) => !isOpen(socket.state) && before(socket)).length);
}
