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

const WORDS: Record<string, string> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  compact: 'Compact, 24 pixels a row',
  normal: 'Normal, 28 pixels a row',
  touch: 'Touch, 44 pixels a row',
  absolute: 'Absolute, 14:02:11.204',
  relative: 'Since the first',
  delta: 'Since the one before',
  on: 'On',
  summaries: 'Summaries, one in five seconds at most',
  off: 'Off',
};

export default function Settings() {
  useTitle('Settings');
  return (
    <>
      <h1>Settings</h1>
      <p class="hint">This browser keeps them.</p>
      <div class="settings">
        <Choice name="Theme" of={theme} values={THEMES} />
        <Choice name="Density" of={density} values={DENSITIES} />
        <Choice name="Times of traffic" of={times} values={TIMES} />
        <Choice name="Single-letter keys" of={singleKeys} values={SWITCH} />
        <Choice name="Announcements to screen readers" of={announcements} values={ANNOUNCEMENTS} />
      </div>
      <p>
        <button type="button" onClick={openShortcuts}>
          Show the keyboard shortcuts
        </button>
      </p>
      <About />
    </>
  );
}

function Choice<T extends string>({ name, of, values }: { name: string; of: Signal<T>; values: readonly T[] }) {
  return (
    <fieldset>
      <legend>{name}</legend>
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
          {WORDS[value]}
        </label>
      ))}
    </fieldset>
  );
}

function About() {
  return (
    <section aria-labelledby="about">
      <h2 id="about">About</h2>
      {hello.value && (
        <dl class="settings-facts">
          <div>
            <dt>Version</dt>
            <dd>{hello.value.version}</dd>
          </div>
          <div>
            <dt>Host</dt>
            <dd>{printable(hello.value.host)}</dd>
          </div>
          <div>
            <dt>Platform</dt>
            <dd>
              {printable(hello.value.platform)}, {hello.value.byte_order}-endian
            </dd>
          </div>
        </dl>
      )}
      <p>
        Every call of the console is in the <a href="/swagger-ui.html">API reference</a> and the{' '}
        <a href="/v3/api-docs">OpenAPI document</a>.
      </p>
    </section>
  );
}
