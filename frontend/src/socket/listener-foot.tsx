import { useKeys } from '../browser/keys';
import { go, place } from '../browser/router';
import { callOf, makeCall } from '../call/make';
import { run, runOf } from '../call/runs';
import { outlookOf } from '../call/outlook';
import { ByItself } from '../composer/by-itself';
import { Told } from '../composer/told';
import type { Address, Socket } from '../lib/wire';
import { word } from '../lib/words';
import { say } from '../ui/notices';

/** A listener has nobody to talk to: it accepts, and can be connected to. */
export function ListenerFoot({ socket }: { socket: Socket }) {
  const { id } = socket;
  const isAccepting = runOf(id, 'accept', 'bar').value.kind === 'waiting';
  const accept = () => void run(callOf('accept', id), 'bar');
  useKeys({ a: { says: word('socket.keys.accept'), run: accept } });
  return (
    <div class="composer" role="group" aria-label={word('listener')}>
      <div class="composer-row">
        <button type="button" class="primary" onClick={() => void connectTo(socket)}>
          {word('listener.connect')}
        </button>
        <button type="button" title={word('listener.accept.title')} aria-disabled={isAccepting} onClick={accept}>
          {word('listener.accept')}
        </button>
        <ByItself socket={socket} />
        <span class="hint outlook">{outlookOf({ name: 'accept', group: 'Server', waits: true }, socket)}</span>
        <Told socket={socket} />
      </div>
    </div>
  );
}

/** By a new socket of its kind, which is opened: what fails is seen there. */
async function connectTo({ family, type, proto, local_address, label, id }: Socket): Promise<void> {
  const made = await makeCall<Socket>('socket', null, {
    family,
    type,
    proto,
    label: word('listener.client', { name: label ?? id }),
  });
  if (!made.ok) {
    say(made.problem.detail);
    return;
  }
  go(`/sockets/${encodeURIComponent(made.value.id)}${place.peek().search}`);
  await run(callOf('connect', made.value.id, { address: reachable(local_address) }), 'bar');
}

const LOOPBACK: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** A listener on all addresses is reached by this host's own. */
function reachable(address: Address | null): Address | null {
  const host = address?.host;
  return address && host !== undefined ? { ...address, host: LOOPBACK[host] ?? host } : address;
}
