import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Schemas } from '../lib/wire';
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
      <button type="button" popovertarget={id} aria-label="Help with filters" title="Help with filters">
        ?
      </button>
      <div
        id={id}
        class="panel filter-help"
        popover="auto"
        role="dialog"
        aria-label="Help with filters"
        onToggle={(event) => void load(event)}
      >
        <p>
          A space is <code>and</code>; <code>or</code>, <code>not</code> or <code>-</code>, parentheses and quotes do as
          they say. A bare word is looked for in the id, the label, the addresses and the state.
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
