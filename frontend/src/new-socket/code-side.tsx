import { useSignal } from '@preact/signals';
import { word } from '../lib/words';
import { CopyButton } from '../ui/copy-button';
import { Calls } from './calls';
import { asCurl, asPython, failedIn, textOf, type Line } from './code';
import { draft, focused } from './draft';
import { making } from './making';
import { lookup, type Step } from './steps';

const LANGUAGES = ['Python', 'curl'] as const;
type Language = (typeof LANGUAGES)[number];
type Attempts = readonly (readonly Step[])[];

/** The same as code, and the calls: planned, or made. */
export function CodeSide({ attempts }: { attempts: Attempts }) {
  const language = useSignal<Language>('Python');
  const lines = linesOf(language.value, attempts);
  return (
    <section class="code" aria-label={word('new.code')}>
      <div class="languages" role="group" aria-label={word('new.code.language')}>
        {LANGUAGES.map((name) => (
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
        <span class="grow" />
        <CopyButton what={language.value} text={() => textOf(lines)} />
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it */}
      <pre tabIndex={0} role="region" aria-label={word('new.code.in', { language: language.value })}>
        <code>
          {lines.map((line, index) => (
            <span key={index} class={classOf(line)}>
              {`${line.text}\n`}
            </span>
          ))}
        </code>
      </pre>
      <Calls attempts={attempts} />
    </section>
  );
}

function linesOf(language: Language, attempts: Attempts): Line[] {
  if (language === 'curl') return asCurl(attempts, location.origin);
  const { failure } = making.value;
  const lines = asPython(attempts, lookup(draft.value));
  if (failure?.problem === undefined) return lines;
  return failedIn(lines, { part: failure.part, name: failure.call.name }, failure.problem);
}

function classOf({ part, failed }: Line): string | undefined {
  if (failed) return 'failed-line';
  return part !== undefined && part === focused.value ? 'from-field' : undefined;
}
