import { printable } from '../lib/text';
import { forgetLookups, lookups } from './lookups';

export function History() {
  if (lookups.value.length === 0) return null;
  return (
    <section class="history" aria-labelledby="names-history">
      <h2 id="names-history">History of this browser</h2>
      <ul>
        {lookups.value.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>
              <code>{printable(text)}</code>
            </a>
          </li>
        ))}
      </ul>
      <button type="button" onClick={forgetLookups}>
        Clear history
      </button>
    </section>
  );
}
