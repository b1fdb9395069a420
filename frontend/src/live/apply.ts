import { clearCalls, receiveCalls } from '../stores/calls';
import { hasData } from '../stores/feed';
import { changeWaitings, showWaitings } from '../stores/operations';
import { changeSockets, showSockets } from '../stores/sockets';
import { hello, stats } from '../stores/stats';
import { forgetTraffic, receiveTraffic } from '../stores/traffic';
import { host } from '../lib/title';
import type { Delta, Hello, ServerFrame, Snapshot } from './protocol';

/** Puts a frame into the stores. */
export function apply(frame: ServerFrame): void {
  if (frame.hello) greet(frame.hello);
  if (frame.snapshot) show(frame.snapshot);
  if (frame.delta) change(frame.delta);
  if (frame.calls) receiveCalls(frame.calls);
  if (frame.traffic) receiveTraffic(frame.traffic);
  if (frame.stats) stats.value = frame.stats;
}

/** Another start of the server counts anew. */
function greet(found: Hello): void {
  if (found.epoch !== hello.peek()?.epoch) {
    clearCalls();
    forgetTraffic();
  }
  hello.value = found;
  host.value = found.host;
}

function show(snapshot: Snapshot): void {
  showSockets(snapshot);
  showWaitings(snapshot.waiting);
  hasData.value = true;
}

function change(delta: Delta): void {
  changeSockets(delta);
  changeWaitings(delta);
}
