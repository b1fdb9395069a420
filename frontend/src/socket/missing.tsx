import type { Problem } from '../browser/api';
import { printable } from '../lib/text';
import { word } from '../lib/words';

/** Why there is nothing to see of a socket. */
export function Missing({ id, problem }: { id: string; problem: Problem }) {
  return (
    <section class="notice" aria-labelledby="detail-heading">
      <h1 id="detail-heading">{printable(id)}</h1>
      <p>{reason(printable(id), problem)}</p>
      <a class="button" href="/sockets">
        {word('missing.all')}
      </a>
    </section>
  );
}

function reason(id: string, { kind, symbol, detail }: Problem): string {
  if (kind === 'not-found') return word('missing.never', { id });
  return symbol === 'EBADF' ? word('missing.closed', { id }) : printable(detail);
}
