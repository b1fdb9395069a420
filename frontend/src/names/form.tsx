import type { TargetedEvent, TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { go } from '../browser/router';
import type { Parameter } from '../call/call-forms';
import { partsOf } from '../lib/address-parts';
import { word } from '../lib/words';
import { isNeeded, type NameCall } from './calls';

interface FormProps {
  call: Pick<NameCall, 'name' | 'parameters'>;
  query: URLSearchParams;
}

/** What is asked has its address: submitting goes there. */
export function LookupForm({ call, query }: FormProps) {
  const form = useRef<HTMLFormElement>(null);

  useLayoutEffect(() => {
    if (form.current) fill(form.current, query);
  }, [query.toString()]);

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    go(addressOf(call, new FormData(event.currentTarget)));
  }

  if (call.parameters.length === 0) return null;
  return (
    <form ref={form} class="lookup" method="get" action={`/names/${call.name}`} onSubmit={submit}>
      {call.parameters.map((parameter) => (
        <Input key={parameter.name} parameter={parameter} />
      ))}
      <button class="primary">{word('names.look-up')}</button>
    </form>
  );
}

/** Empty is absent: what the address does not have, the call is not given. */
function addressOf({ name, parameters }: FormProps['call'], data: FormData): string {
  const query = new URLSearchParams();
  for (const { name: field } of parameters) {
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

function Input({ parameter }: { parameter: Parameter }) {
  const { name, type, help } = parameter;
  if (type === 'flags') return <Flags parameter={parameter} />;
  return (
    <p class={`input ${type}`}>
      <label for={`names-${name}`}>
        <code>{name}</code>
      </label>
      {type === 'constant' ? <Choice parameter={parameter} /> : <Text parameter={parameter} />}
      <span class="hint" id={`names-${name}-hint`}>
        {help}
      </span>
    </p>
  );
}

function Text({ parameter }: { parameter: Parameter }) {
  const { name, type } = parameter;
  return (
    <input
      id={`names-${name}`}
      name={name}
      required={isNeeded(parameter)}
      placeholder={parameter.default ?? EXAMPLES[name]}
      spellcheck={false}
      autocomplete="off"
      autocapitalize="none"
      aria-describedby={`names-${name}-hint`}
      {...(name === 'host' && { onChange: split })}
      {...(type === 'integer' && { inputMode: 'numeric', pattern: '[0-9]+', title: word('names.number') })}
    />
  );
}

/** A whole address has its port in the field of that. */
function split({ currentTarget }: TargetedEvent<HTMLInputElement>): void {
  const port = currentTarget.form?.elements.namedItem('port');
  const parts = partsOf(currentTarget.value);
  if (!parts || !(port instanceof HTMLInputElement)) return;
  currentTarget.value = parts.host;
  port.value = parts.port;
}

/** What many look for. */
const EXAMPLES: Record<string, string> = {
  host: 'localhost',
  hostname: 'localhost',
  name: 'localhost',
  ip_address: '127.0.0.1',
  servicename: 'http',
  protocolname: 'tcp',
  port: '80',
  ifname: 'lo',
};

const USUAL = new Set([
  'AF_UNSPEC',
  'AF_INET',
  'AF_INET6',
  'SOCK_STREAM',
  'SOCK_DGRAM',
  'SOCK_RAW',
  'IPPROTO_TCP',
  'IPPROTO_UDP',
  'IPPROTO_ICMP',
]);

function Choice({ parameter: { name, choices } }: { parameter: Parameter }) {
  const all = choices ?? [];
  const others = all.filter((choice) => !USUAL.has(choice));
  return (
    <select id={`names-${name}`} name={name} aria-describedby={`names-${name}-hint`}>
      <option value="">{word('names.any')}</option>
      {all.filter((choice) => USUAL.has(choice)).map(option)}
      {others.length > 0 && <optgroup label={word('names.all')}>{others.map(option)}</optgroup>}
    </select>
  );
}

function option(name: string) {
  return (
    <option key={name} value={name}>
      {name}
    </option>
  );
}

function Flags({ parameter: { name, choices, help } }: { parameter: Parameter }) {
  return (
    <fieldset class="flags">
      <legend>
        <code>{name}</code> <span class="hint">{help}</span>
      </legend>
      {(choices ?? []).map((flag) => (
        <label key={flag}>
          <input type="checkbox" name={name} value={flag} /> <code>{flag}</code>
        </label>
      ))}
    </fieldset>
  );
}
