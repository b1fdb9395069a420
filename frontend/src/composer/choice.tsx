interface ChoiceProps<T extends string> {
  label: string;
  /** Its options say what it is of. */
  quiet?: boolean;
  value: T;
  /** What each is called. */
  options: Record<T, string>;
  onChoose: (value: T) => void;
}

export function Choice<T extends string>({ label, quiet = false, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <label>
      <span class={quiet ? 'visually-hidden' : ''}>{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value as T);
        }}
      >
        {Object.entries<string>(options).map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
