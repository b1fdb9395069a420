import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { Problem } from '../../browser/api';
import { rich, type Word } from '../../lib/words';
import { DetailText } from '../../ui/detail-text';

/** What is wrong with what is typed. */
export const Wrong = createContext<Problem | null>(null);

/** What is wrong at this place, or within it, which need not be named there. */
export function useWrong(place: string): string | null {
  const problem = useContext(Wrong);
  const isHere = problem?.field === place || problem?.field?.startsWith(`${place}.`);
  return problem && isHere ? problem.detail.replace(/^`[^`]+` /, '') : null;
}

interface FieldProps {
  label: string;
  /** Where the server has it. */
  place: string;
  value: string;
  onValue: (value: string) => void;
  placeholder?: string | undefined;
}

/** Bytes or an expression. */
export function TextInput({ label, place, value, onValue, placeholder }: FieldProps) {
  const id = useId();
  const wrong = useWrong(place);
  return (
    <>
      <input
        class="code"
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : id}
        spellcheck={false}
        autocomplete="off"
        placeholder={placeholder}
        value={value}
        onInput={({ currentTarget }) => {
          onValue(currentTarget.value);
        }}
      />
      <Told id={id} text={wrong} />
    </>
  );
}

interface NumberProps extends FieldProps {
  /** What stands around the field, `{field}` in it. */
  around?: Word;
  min: number;
  step?: 'any';
}

/** Empty says nothing. */
export function NumberInput({ label, place, value, onValue, placeholder, around, min, step }: NumberProps) {
  const id = useId();
  const wrong = useWrong(place);
  const field = (
    <input
      type="number"
      aria-label={label}
      title={label}
      aria-invalid={wrong !== null}
      aria-describedby={wrong === null ? undefined : id}
      min={min}
      step={step}
      placeholder={placeholder}
      value={value}
      onInput={({ currentTarget }) => {
        onValue(currentTarget.value);
      }}
    />
  );
  return (
    <>
      {around === undefined ? field : <p class="hint">{rich(around, { field })}</p>}
      <Told id={id} text={wrong} />
    </>
  );
}

function Told({ id, text }: { id: string; text: string | null }) {
  return text === null ? null : (
    <p id={id} class="problem" role="alert">
      <DetailText text={text} />
    </p>
  );
}

interface SelectProps<T extends string> {
  label: string;
  value: T;
  options: Record<T, string>;
  onValue: (value: T) => void;
}

export function Select<T extends string>({ label, value, options, onValue }: SelectProps<T>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        onValue(currentTarget.value as T);
      }}
    >
      {Object.entries<string>(options).map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}
