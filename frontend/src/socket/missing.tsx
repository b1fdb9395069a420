import type { Problem } from '../browser/api';
import { printable } from '../lib/text';

/** Why there is nothing to see of a socket. */
export function Missing({ id, problem }: { id: string; problem: Problem }) {
  return (
    <section class="notice" aria-labelledby="detail-heading">
      <h1 id="detail-heading">{printable(id)}</h1>
      <p>{reason(printable(id), problem)}</p>
      <a href="/sockets">Show all sockets</a>
    </section>
  );
}

function reason(id: string, { kind, symbol, detail }: Problem): string {
  if (kind === 'not-found')
    return `There is no socket ${id} in this run of the server. Ids are never used again, and a restart begins anew.`;
  return symbol === 'EBADF' ? `${id} was closed a while ago. What was known of it is gone.` : printable(detail);
}
