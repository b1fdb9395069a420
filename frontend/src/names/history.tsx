import { useSignal } from '@preact/signals';
import { go } from '../browser/router';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { forgetLookups, lookups } from './lookups';

/** The look-ups of this browser; two of them can be compared. */
export function History() {
  const chosen = useSignal<readonly string[]>([]);
  if (lookups.value.length === 0) return null;

  function choose(href: string): void {
    const others = chosen.value.filter((each) => each !== href);
    chosen.value = chosen.value.includes(href) ? others : [...others, href].slice(-2);
  }

  return (
    <section class="history" aria-labelledby="names-history">
      <h2 id="names-history">{word('names.history')}</h2>
      <ul>
        {lookups.value.map(({ href, text }) => (
          <li key={href}>
            <label>
              <input
                type="checkbox"
                aria-label={word('names.compare.with', { call: text })}
                checked={chosen.value.includes(href)}
                onChange={() => {
                  choose(href);
                }}
              />
            </label>
            <a href={href}>
              <code>{printable(text)}</code>
            </a>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button
          type="button"
          aria-disabled={chosen.value.length !== 2}
          title={word('names.compare.hint')}
          onClick={() => {
            const [one = '', other] = chosen.value;
            if (other !== undefined) go(`/names/compare?${new URLSearchParams({ one, other }).toString()}`);
          }}
        >
          {word('names.compare')}
        </button>
        <button type="button" onClick={forgetLookups}>
          {word('names.history.clear')}
        </button>
      </div>
    </section>
  );
}
