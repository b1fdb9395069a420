import { word } from '../lib/words';
import { change, draft } from './draft';
import { familyOf, optionsOf, typeOf, type Form, type Option } from './form';
import { knownOptions, type KnownOption } from './known-options';

/** What is set before anything else is done with the socket. */
export function Options() {
  const known = knownOptions();
  if (known === null) return null;
  const options = optionsOf(draft.value);
  const usual = usualOf(draft.value);

  function put(index: number, option: Option): void {
    change({ options: options.with(index, option) });
  }

  return (
    <fieldset class="set-before" data-part="options">
      <legend>{word('new.options')}</legend>
      <datalist id="known-options">
        {[...known.values()].filter(isTyped).map(({ name, summary }) => (
          <option key={name} value={name}>
            {summary}
          </option>
        ))}
      </datalist>
      <div class="usual">
        {usual.map((name) => (
          <Usual key={name} name={name} />
        ))}
        <button
          type="button"
          class="small"
          onClick={() => {
            change({ options: [...options, { name: '', value: '1' }] });
          }}
        >
          {word('new.options.add')}
        </button>
      </div>
      {options.map(
        (option, index) =>
          !usual.includes(option.name) && (
            <div class="option" key={index}>
              <input
                value={option.name}
                aria-label={word('new.options.name')}
                placeholder="SO_RCVBUF"
                list="known-options"
                spellcheck={false}
                autocomplete="off"
                onInput={({ currentTarget }) => {
                  put(index, { ...option, name: currentTarget.value });
                }}
              />
              <input
                value={option.value}
                aria-label={word('new.options.value')}
                spellcheck={false}
                autocomplete="off"
                onInput={({ currentTarget }) => {
                  put(index, { ...option, value: currentTarget.value });
                }}
              />
              <button
                type="button"
                class="small"
                aria-label={word('new.options.remove.of', { name: option.name })}
                onClick={() => {
                  change({ options: options.toSpliced(index, 1) });
                }}
              >
                {word('new.options.remove')}
              </button>
            </div>
          ),
      )}
    </fieldset>
  );
}

function usualOf(form: Form): readonly string[] {
  if (familyOf(form) === 'AF_UNIX') return ['SO_PASSCRED'];
  return typeOf(form) === 'SOCK_STREAM'
    ? ['SO_REUSEADDR', 'SO_KEEPALIVE', 'TCP_NODELAY']
    : ['SO_REUSEADDR', 'SO_BROADCAST'];
}

const TYPED = new Set<KnownOption['kind']>(['flag', 'int', 'uint', 'ulong', 'string']);

/** Those whose value is an integer or a text. */
function isTyped({ writable, kind }: KnownOption): boolean {
  return writable && TYPED.has(kind);
}

function Usual({ name }: { name: string }) {
  const options = optionsOf(draft.value);
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
