import { useSignal } from '@preact/signals';
import { counted, word } from '../lib/words';
import { Icon } from '../ui/icon';
import { Wait } from './basics';
import { change, draft } from './draft';
import { familyOf, isAddressed, optionsOf, thenOf } from './form';
import { addresses } from './host';
import { making } from './making';
import { Options } from './options';
import { lack } from './state';

/** What is seldom wanted, folded in a line that says what it holds. */
export function Advanced() {
  const open = useSignal(false);
  if (thenOf(draft.value) === 'pair') return null;
  return (
    <div class="advanced">
      <button
        type="button"
        class="fold"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon name={open.value ? 'down' : 'right'} />
        <b>{word(making.value.failure === null ? 'new.advanced' : 'new.advanced.label')}</b>
        <span class="hint">{summary()}</span>
      </button>
      {open.value && <Unfolded />}
    </div>
  );
}

function summary(): string {
  const { label, mode, seconds, local } = draft.value;
  const then = thenOf(draft.value);
  const options = optionsOf(draft.value).length;
  return [
    ...(making.value.failure !== null && label !== '' ? [label] : []),
    ...(then === 'connect' ? [local === '' ? word('new.local.any') : local] : []),
    mode === 'seconds' ? word('new.wait.said', { n: seconds }) : word(`new.wait.said.${mode}`),
    options === 0 ? word('new.options.none') : counted('new.options.set', options),
  ].join(', ');
}

function Unfolded() {
  const then = thenOf(draft.value);
  return (
    <>
      {making.value.failure !== null && (
        <div class="pairs">
          <label class="named" data-part="label">
            <span>{word('new.label')}</span>
            <input
              value={draft.value.label}
              onInput={({ currentTarget }) => {
                change({ label: currentTarget.value });
              }}
            />
          </label>
          <Wait />
        </div>
      )}
      {then === 'connect' && isAddressed(draft.value) && <Local />}
      {then === 'listen' && <Backlog />}
      <Options />
    </>
  );
}

/** The address to connect from. */
function Local() {
  const family = familyOf(draft.value) ?? 'AF_INET';
  const isMissing = lack.value === 'local';
  return (
    <div class="named" data-part="local">
      <label for="new-local">{word('new.local')}</label>
      <input
        id="new-local"
        class="mono"
        value={draft.value.local}
        list="new-interfaces"
        placeholder={word('new.local.example')}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={isMissing}
        aria-describedby="new-local-lack"
        onInput={({ currentTarget }) => {
          lack.value = null;
          change({ local: currentTarget.value });
        }}
      />
      <datalist id="new-interfaces">
        {addresses(family).map((address) => (
          <option key={address} value={address.includes(':') ? `[${address}]:0` : `${address}:0`} />
        ))}
      </datalist>
      <span id="new-local-lack" class="hint">
        {isMissing && <span class="bad">{word('new.lack.local')}</span>}
      </span>
    </div>
  );
}

function Backlog() {
  return (
    <label class="named" data-part="backlog">
      <span>{word('new.backlog')}</span>
      <input
        type="number"
        min={0}
        value={draft.value.backlog}
        placeholder="4096"
        onInput={({ currentTarget }) => {
          change({ backlog: currentTarget.value });
        }}
      />
    </label>
  );
}
