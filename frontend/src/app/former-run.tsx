import { useSignal } from '@preact/signals';
import { formatAddress } from '../lib/address';
import { bytes } from '../lib/format';
import { kindOf } from '../lib/kind';
import { printable } from '../lib/text';
import { counted, word } from '../lib/words';
import type { Socket } from '../lib/wire';
import { dismissLastRun, type LastRun } from '../live/last-run';
import { rows } from '../live/sockets';
import { canBeMade, remake, wantedOf, type Moved, type NotMade, type Remade } from './remake';

interface Result extends Remade {
  made: number;
}

/** What went with a run of the server that ended, and a way to have its sockets again. */
export function FormerRun({ run }: { run: LastRun }) {
  const busy = useSignal(false);
  const result = useSignal<Result | null>(null);
  const wanted = wantedOf(
    run,
    rows.value.map(({ socket }) => socket.peek()),
  ).length;

  async function make(): Promise<void> {
    if (busy.peek()) return;
    busy.value = true;
    let made = 0;
    const remade = await remake(run, () => made++);
    busy.value = false;
    result.value = { made, ...remade };
  }

  return (
    <section class="former-run" aria-label={word('restart.name')}>
      <p role="status">{result.value ? counted('restart.made', result.value.made) : goneText(run)}</p>
      {result.value === null && wanted > 0 && (
        <button type="button" aria-disabled={busy.value} onClick={() => void make()}>
          {busy.value ? word('restart.making') : counted('restart.make', wanted)}
        </button>
      )}
      <button type="button" class="quiet" onClick={dismissLastRun}>
        {word('restart.dismiss')}
      </button>
      {result.value && <Failed of={result.value.failed} />}
      {result.value && <Elsewhere of={result.value.moved} />}
      {result.value && <Unanswered of={result.value.unanswered} />}
    </section>
  );
}

function goneText(run: LastRun): string {
  const count = (wanted: (socket: Socket) => boolean) => run.sockets.filter(wanted).length;
  const accepted = count((socket) => !canBeMade(socket));
  return [
    word('restart.gone', {
      sockets: counted('restart.sockets', run.open),
      connections: counted(
        'restart.connections',
        count(({ state }) => state === 'CONNECTED'),
      ),
      bytes: bytes(run.kept),
    }),
    ...(accepted > 0 ? [counted('restart.accepted', accepted)] : []),
  ].join(' ');
}

function Failed({ of }: { of: readonly NotMade[] }) {
  if (of.length === 0) return null;
  return (
    <ul aria-label={counted('restart.failed', of.length)}>
      {of.map((one) => (
        <li key={one.socket.id}>{failedText(one)}</li>
      ))}
    </ul>
  );
}

function Elsewhere({ of }: { of: readonly Moved[] }) {
  if (of.length === 0) return null;
  return (
    <ul aria-label={counted('restart.moved', of.length)}>
      {of.map(({ socket, port }) => (
        <li key={socket.id}>{word('restart.elsewhere', { socket: nameOf(socket), port })}</li>
      ))}
    </ul>
  );
}

function Unanswered({ of }: { of: readonly Socket[] }) {
  if (of.length === 0) return null;
  return (
    <ul aria-label={counted('restart.unanswered', of.length)}>
      {of.map((socket) => (
        <li key={socket.id}>{word('restart.not-answering', { socket: nameOf(socket) })}</li>
      ))}
    </ul>
  );
}

function failedText({ socket, call, problem }: NotMade): string {
  return word('restart.not-made', {
    socket: nameOf(socket),
    call,
    error: printable(problem.symbol === undefined ? problem.detail : `${problem.symbol}, ${problem.strerror ?? ''}`),
  });
}

function nameOf(socket: Socket): string {
  const ends = [socket.local_address, socket.peer_address].map(formatAddress).filter((end) => end !== null);
  return [socket.id, printable(socket.label ?? ''), kindOf(socket), ends.join(' → ')]
    .filter((part) => part !== '')
    .join(' ');
}
