import { fieldsOf } from '../call/address-fields';
import { change, draft } from './draft';

interface AddressInputProps {
  /** Which address of the form. */
  of: 'local' | 'peer';
  /** The id of a list of what is likely. */
  list?: string;
}

/** The members of an address of the chosen family. */
export function AddressInput({ of, list }: AddressInputProps) {
  const address = draft.value[of];

  function put(name: string, value: string): void {
    change({ [of]: { ...draft.peek()[of], [name]: value }, ...(of === 'peer' && { candidates: [] }) });
  }

  return (
    <>
      {fieldsOf(draft.value.family).map(({ name, label, isNumber, example }) => (
        <label key={name} class={isNumber ? 'short' : 'long'}>
          {label}
          <input
            value={address[name] ?? ''}
            placeholder={example}
            spellcheck={false}
            autocomplete="off"
            inputMode={isNumber ? 'numeric' : 'text'}
            {...(isNumber ? { pattern: '\\d*' } : { list })}
            onInput={({ currentTarget }) => {
              put(name, currentTarget.value);
            }}
          />
        </label>
      ))}
    </>
  );
}
