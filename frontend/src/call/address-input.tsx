import { lackFor, parseFor } from '../lib/spelling';
import { word } from '../lib/words';
import { Meaning } from './meaning';

interface AddressInputProps {
  id: string;
  family: string;
  type: string;
  value: string;
  /** What is missing is an error by now. */
  isAsked?: boolean;
  onText: (text: string) => void;
}

const EXAMPLES: Record<string, string> = {
  AF_INET: '127.0.0.1:7000',
  AF_INET6: '[::1]:7000',
  AF_UNIX: '/run/x.sock',
};

/** The one field for an address in every spelling; beneath it what it was understood as, or what is missing. */
export function AddressInput({ id, family, type, value, isAsked = false, onText }: AddressInputProps) {
  const lack = lackFor(family, value);
  return (
    <span class="address-input">
      <input
        id={id}
        value={value}
        placeholder={EXAMPLES[family]}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="none"
        aria-describedby={`${id}-meaning`}
        aria-invalid={isAsked && lack !== null}
        onInput={({ currentTarget }) => {
          onText(currentTarget.value);
        }}
      />
      <span id={`${id}-meaning`} class="hint" aria-live="polite">
        {lack === null ? (
          <Meaning spelling={parseFor(family, value)} type={type} />
        ) : (
          (isAsked || value !== '') && <span class={isAsked ? 'bad' : undefined}>{word(`address.lack.${lack}`)}</span>
        )}
      </span>
    </span>
  );
}
