import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Schemas } from '../lib/wire';
import { rich, word } from '../lib/words';
import { fieldsOn, type On } from './verdict';

/** The fields of the language with an example of each, to be put into the filter. */
export function Help({ on, add }: { on: On; add: (term: string) => void }) {
  const id = useId();
  const fields = useSignal<readonly Schemas['FilterField'][]>([]);

  async function load(event: Pick<ToggleEvent, 'newState'>): Promise<void> {
    if (event.newState === 'open') fields.value = await fieldsOn(on);
  }

  return (
    <>
      <button
        type="button"
        class="quiet small icon-only"
        popovertarget={id}
        aria-label={word('filter.help')}
        title={word('filter.help')}
      >
        ?
      </button>
      <div
        id={id}
        class="panel filter-help"
        popover="auto"
        role="dialog"
        aria-label={word('filter.help')}
        onToggle={(event) => void load(event)}
      >
        <p>
          {rich('filter.help.language', {
            and: <code>and</code>,
            or: <code>or</code>,
            not: <code>not</code>,
            dash: <code>-</code>,
          })}{' '}
          {word(`filter.help.${on}`)}
        </p>
        <dl>
          {fields.value.map(({ name, example, help }) => (
            <div key={name}>
              <dt>
                <button
                  type="button"
                  onClick={() => {
                    add(example);
                  }}
                >
                  <code>{example}</code>
                </button>
              </dt>
              <dd>{help}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
