import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Schemas } from '../lib/wire';
import { go } from '../browser/router';
import { table } from '../browser/tables';
import type { Field, NameCall } from './calls';

type Constant = Schemas['Constant'];

interface FormProps {
  call: NameCall;
  query: URLSearchParams;
}

/** What is asked has its address: submitting goes there. */
export function LookupForm({ call, query }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const choices = call.fields.map(({ prefix }) => (prefix === undefined ? [] : constants(prefix)));
  const ready = !choices.includes(null);

  useLayoutEffect(() => {
    if (form.current) fill(form.current, query);
  }, [query.toString(), ready]);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    go(addressOf(call, new FormData(event.currentTarget)));
  }

  if (!ready || call.fields.length === 0) return null;
  return (
    <form ref={form} class="lookup" method="get" action={`/names/${call.name}`} onSubmit={submit}>
      {call.fields.map((field, index) => (
        <Input key={field.name} field={field} choices={choices[index] ?? []} />
      ))}
      <button class="primary">Look up</button>
    </form>
  );
}

function constants(prefix: string): readonly Constant[] | null {
  const outcome = table<{ items: Constant[] }>(`/constants?prefix=${prefix}`);
  if (outcome === null) return null;
  return outcome.ok ? outcome.value.items : [];
}

/** Empty is absent: what the address does not have, the call is not given. */
function addressOf({ name, fields }: NameCall, data: FormData): string {
  const query = new URLSearchParams();
  for (const { name: field } of fields) {
    const value = data.getAll(field).map(String).join('|').trim();
    if (value !== '') query.set(field, value);
  }
  const text = query.toString();
  return `/names/${name}${text === '' ? '' : `?${text}`}`;
}

function fill(form: HTMLFormElement, query: URLSearchParams): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      control.checked = (query.get(control.name) ?? '').split('|').includes(control.value);
    } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      control.value = query.get(control.name) ?? '';
    }
  }
}

function Input({ field, choices }: { field: Field; choices: readonly Constant[] }) {
  if (field.kind === 'flags') return <Flags field={field} choices={choices} />;
  return (
    <p class={`input ${field.kind}`}>
      <label for={`names-${field.name}`}>{field.label}</label>
      {field.kind === 'constant' ? <Choice field={field} choices={choices} /> : <Text field={field} />}
      {field.hint !== undefined && (
        <span class="hint" id={`names-${field.name}-hint`}>
          {field.hint}
        </span>
      )}
    </p>
  );
}

function Text({ field: { name, kind, required, example, hint } }: { field: Field }) {
  return (
    <input
      id={`names-${name}`}
      name={name}
      required={required}
      placeholder={example}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="none"
      aria-describedby={hint === undefined ? undefined : `names-${name}-hint`}
      {...(kind === 'port' && { inputMode: 'numeric', pattern: '[0-9]+', title: 'A number from 0 to 65535' })}
    />
  );
}

function Choice({ field: { name, usual = [] }, choices }: { field: Field; choices: readonly Constant[] }) {
  const others = choices.filter((choice) => !usual.includes(choice.name));
  return (
    <select id={`names-${name}`} name={name}>
      <option value="">any (0)</option>
      <optgroup label="Usual">{choices.filter((choice) => usual.includes(choice.name)).map(option)}</optgroup>
      <optgroup label="All others">{others.map(option)}</optgroup>
    </select>
  );
}

function option({ name, value }: Constant) {
  return (
    <option key={name} value={name}>
      {name} ({value})
    </option>
  );
}

/** Among the names of a prefix are sizes, such as NI_MAXHOST. */
function Flags({ field: { name, label }, choices }: { field: Field; choices: readonly Constant[] }) {
  return (
    <fieldset class="flags">
      <legend>{label}</legend>
      {choices
        .filter((flag) => !flag.name.includes('MAX'))
        .map((flag) => (
          <label key={flag.name} title={flag.summary}>
            <input type="checkbox" name={name} value={flag.name} /> <code>{flag.name}</code> ({flag.value})
          </label>
        ))}
    </fieldset>
  );
}
