import { change, draft } from './draft';
import type { Option } from './form';

const USUAL = ['SO_REUSEADDR', 'SO_KEEPALIVE', 'TCP_NODELAY'];

/** What is set before anything else is done with the socket. */
export function Options() {
  const { options } = draft.value;

  function put(index: number, option: Option): void {
    change({ options: options.with(index, option) });
  }

  return (
    <fieldset class="options">
      <legend>Options</legend>
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
