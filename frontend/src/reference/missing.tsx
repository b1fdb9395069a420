import { printable } from '../lib/text';

/** What is not there is said, and where else to look. */
export function Missing({ what, name }: { what: string; name: string }) {
  return (
    <>
      <h1>
        There is no {what} {printable(name)}
      </h1>
      <p>
        Names are case-sensitive and those of Linux.{' '}
        <a href={`/reference/constants?q=${encodeURIComponent(name)}`}>Search all constants for it</a>.
      </p>
    </>
  );
}
