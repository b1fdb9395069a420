import { useSignal } from '@preact/signals';
import { CopyButton } from '../ui/copy-button';
import { asCurl, asPython } from './listing';
import type { Step } from './steps';

const LANGUAGES = { Python: asPython, curl: asCurl };
type Language = keyof typeof LANGUAGES;

/** The calls that are about to be made, as a program makes them. */
export function Listing({ steps }: { steps: readonly Step[] }) {
  const language = useSignal<Language>('Python');
  const code = LANGUAGES[language.value](steps, location.origin);
  return (
    <section class="listing" aria-labelledby="listing">
      <h3 id="listing">Calls that this makes</h3>
      <div class="languages" role="group" aria-label="Language">
        {(Object.keys(LANGUAGES) as Language[]).map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={name === language.value}
            onClick={() => {
              language.value = name;
            }}
          >
            {name}
          </button>
        ))}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it */}
      <pre class="command" tabIndex={0} aria-label={`Calls in ${language.value}`}>
        <code>{code}</code>
      </pre>
      <CopyButton what={language.value} text={() => code} />
    </section>
  );
}
