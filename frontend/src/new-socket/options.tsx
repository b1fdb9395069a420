import { change, draft } from './draft';
import type { Option } from './form';
import { knownOptions, type KnownOption } from './known-options';

const USUAL = ['SO_REUSEADDR', 'SO_KEEPALIVE', 'TCP_NODELAY'];

/** What is set before anything else is done with the socket. */
export function Options() {
  const { options } = draft.value;
  const known = knownOptions();
  if (known === null) return null;

  function put(index: number, option: Option): void {
    change({ options: options.with(index, option) });
  }

  return (
    <fieldset class="options">
      <legend>Options</legend>
      <datalist id="known-options">
        {[...known.values()].filter(isTyped).map(({ name, summary }) => (
          <option key={name} value={name}>
            {summary}
          </option>
        ))}
      </datalist>
      <div class="row">
        {USUAL.map((name) => (
          <Usual key={name} name={name} />
        ))}
        <button
          type="button"
          onClick={() => {
            change({ options: [...options, { name: '', value: '1' }] });
          }}
        >
          Add option
        </button>
      </div>
      {options.map(
        (option, index) =>
          !USUAL.includes(option.name) && (
            <div class="row" key={index}>
              <label class="long">
                Name
                <input
                  value={option.name}
                  placeholder="SO_RCVBUF"
                  list="known-options"
                  spellcheck={false}
                  autocomplete="off"
                  onInput={({ currentTarget }) => {
                    put(index, { ...option, name: currentTarget.value });
                  }}
                />
              </label>
              <label class="short">
                Value
                <input
                  value={option.value}
                  spellcheck={false}
                  autocomplete="off"
                  onInput={({ currentTarget }) => {
                    put(index, { ...option, value: currentTarget.value });
                  }}
                />
              </label>
              <button
                type="button"
                aria-label={`Remove option ${option.name}`}
                onClick={() => {
                  change({ options: options.toSpliced(index, 1) });
                }}
              >
                Remove
              </button>
            </div>
          ),
      )}
    </fieldset>
  );
}

const TYPED = new Set<KnownOption['kind']>(['flag', 'int', 'uint', 'ulong', 'string']);

/** Those whose value is an integer or a text. */
function isTyped({ writable, kind }: KnownOption): boolean {
  return writable && TYPED.has(kind);
}

function Usual({ name }: { name: string }) {
  const { options } = draft.value;
  const chosen = options.some((option) => option.name === name);
  const others = options.filter((option) => option.name !== name);
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={chosen}
        onChange={() => {
          change({ options: chosen ? others : [...others, { name, value: '1' }] });
        }}
      />
      <code>{name}</code>
    </label>
  );
}
