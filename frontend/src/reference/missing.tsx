import { printable } from '../lib/text';
import { rich, word } from '../lib/words';

/** What is not there is said, and where else to look. */
export function Missing({ what, name }: { what: 'page' | 'constant' | 'error'; name: string }) {
  return (
    <>
      <h1>{word(`reference.missing.${what}`, { name: printable(name) })}</h1>
      <p>
        {rich('reference.missing', {
          search: <a href={`/reference/constants?q=${encodeURIComponent(name)}`}>{word('reference.missing.search')}</a>,
        })}
      </p>
    </>
  );
}
