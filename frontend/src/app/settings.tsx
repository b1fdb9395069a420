import { chooseLanguage, LANGUAGES, nameOfLanguage } from '../browser/language';
import { language } from '../lib/dictionary';
import { rich, word } from '../lib/words';
import type { Signal } from '@preact/signals';
import { printable } from '../lib/text';
import { useTitle } from '../browser/title';
import { openShortcuts } from './shortcuts';
import {
  ANNOUNCEMENTS,
  announcements,
  DENSITIES,
  density,
  singleKeys,
  SWITCH,
  theme,
  THEMES,
  TIMES,
  times,
} from '../browser/settings';
import { hello } from '../live/stats';

export default function Settings() {
  useTitle(word('rail.settings'));
  return (
    <>
      <h1>{word('rail.settings')}</h1>
      <p class="hint">{word('settings.kept')}</p>
      <div class="settings">
        <Choice name="theme" of={theme} values={THEMES} />
        <Choice name="density" of={density} values={DENSITIES} />
        <Choice name="times" of={times} values={TIMES} />
        <Choice name="keys" of={singleKeys} values={SWITCH} />
        <Choice name="announcements" of={announcements} values={ANNOUNCEMENTS} />
        <Languages />
      </div>
      <p>
        <button type="button" onClick={openShortcuts}>
          {word('settings.shortcuts')}
        </button>
      </p>
      <About />
    </>
  );
}

interface ChoiceProps<T extends string> {
  name: 'theme' | 'density' | 'times' | 'keys' | 'announcements';
  of: Signal<T>;
  values: readonly T[];
}

function Choice<
  T extends (typeof SWITCH | typeof THEMES | typeof DENSITIES | typeof TIMES | typeof ANNOUNCEMENTS)[number],
>({ name, of, values }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{word(`settings.${name}`)}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={of.value === value}
            onChange={() => {
              of.value = value;
            }}
          />
          {word(`settings.value.${value}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Each under its own name, so that it is found by whoever cannot read the present one. */
function Languages() {
  return (
    <fieldset>
      <legend>{word('settings.language')}</legend>
      {LANGUAGES.map((tag) => (
        <label key={tag}>
          <input
            type="radio"
            name="language"
            checked={language === tag}
            onChange={() => {
              chooseLanguage(tag);
            }}
          />
          <span lang={tag}>{nameOfLanguage(tag)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function About() {
  return (
    <section aria-labelledby="about">
      <h2 id="about">{word('settings.about')}</h2>
      {hello.value && (
        <dl class="settings-facts">
          <div>
            <dt>{word('settings.version')}</dt>
            <dd>{hello.value.version}</dd>
          </div>
          <div>
            <dt>{word('settings.host')}</dt>
            <dd>{printable(hello.value.host)}</dd>
          </div>
          <div>
            <dt>{word('settings.platform')}</dt>
            <dd>
              {printable(hello.value.platform)}, {word(`settings.endian.${hello.value.byte_order}`)}
            </dd>
          </div>
        </dl>
      )}
      <p>
        {rich('settings.api', {
          reference: <a href="/swagger">{word('settings.api.reference')}</a>,
          document: <a href="/v3/api-docs">{word('settings.api.document')}</a>,
        })}
      </p>
    </section>
  );
}
