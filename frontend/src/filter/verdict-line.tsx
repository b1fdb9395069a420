import { printable } from '../lib/text';
import { word } from '../lib/words';
import type { Verdict } from './verdict';

interface LineProps {
  id: string;
  text: string;
  verdict: Verdict;
}

/** What the filter means; of a wrong one, where it is wrong. */
export function VerdictLine({ id, text, verdict: { valid, description, message, position, length } }: LineProps) {
  const from = position ?? text.length;
  const to = from + Math.max(1, length ?? 0);
  return (
    <p id={id} class={valid ? 'verdict' : 'verdict wrong'} role="status">
      {valid ? (
        printable(description ?? '')
      ) : (
        <>
          <code>
            {printable(text.slice(0, from))}
            <u>{printable(text.slice(from, to)) || '\u00a0'}</u>
            {printable(text.slice(to))}
          </code>{' '}
          {printable(message ?? '')}. {word('filter.stays')}
        </>
      )}
    </p>
  );
}
