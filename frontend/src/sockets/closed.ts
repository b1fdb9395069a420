import { effect, signal } from '@preact/signals';
import { keep, readKept } from '../browser/kept';
import { perRun } from '../live/run';
import { rows } from '../live/sockets';

/** Whether closed sockets stay in the list for the minutes that the server keeps them. */
export const keepsClosed = signal(readKept('closed') !== 'no');

/** Whether they are folded away under their head. */
export const isFolded = signal(readKept('closed-folded') === 'yes');

/** The server remembers no more of them. */
const MOST = 1_000;

/** Those that were cleared away last. */
export const cleared = perRun<ReadonlySet<string>>(new Set());

effect(() => {
  keep('closed', keepsClosed.value ? 'yes' : 'no');
  keep('closed-folded', isFolded.value ? 'yes' : 'no');
});

export function clearClosed(): void {
  const closed = rows
    .peek()
    .filter(({ socket }) => socket.peek().state === 'CLOSED')
    .map(({ id }) => id);
  cleared.value = new Set([...cleared.peek(), ...closed].slice(-MOST));
}
