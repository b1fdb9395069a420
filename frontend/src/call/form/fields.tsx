import { word } from '../../lib/words';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Parameter } from '../call-forms';
import { isSpelled } from '../../lib/spelling';
import { fieldsOf } from '../address-fields';
import { AddressInput } from '../address-input';
import type { Draft } from './values';
import { formOf, rows } from './values';

export interface FieldProps {
  parameter: Parameter;
  /** Where its parts are in the document. */
  id: string;
  draft: Draft;
  /** Of the socket, as is the type. */
  family: string;
  type: string;
  put: (name: string, text: string) => void;
}

/** One parameter of a call, with what helps to fill it in. */
export function Field(props: FieldProps) {
  const { name, type, help, required } = props.parameter;
  const Control = CONTROLS[type] ?? Text;
  const hint = `${props.id}-hint`;
  const isGroup = GROUPS.has(type) && !(type === 'address' && isSpelled(props.family));
  const heading = (
    <>
      <code>{name}</code>
      {required && <span class="hint"> {word('form.required')}</span>}
    </>
  );
  return isGroup ? (
    <fieldset class="param" aria-describedby={hint}>
      <legend>{heading}</legend>
      <Control {...props} />
      <Help id={hint} text={help} />
    </fieldset>
  ) : (
    <div class="param">
      <label for={props.id}>{heading}</label>
      <Control {...props} />
      <Help id={hint} text={help} />
    </div>
  );
}

const GROUPS = new Set(['flags', 'address', 'ancillary', 'buffers']);

const CONTROLS: Record<string, (props: FieldProps) => ComponentChildren> = {
  boolean: Yes,
  constant: Choice,
  bytes: (props) => <BytesInput {...props} name={props.parameter.name} />,
  flags: Flags,
  address: AddressChoice,
  ancillary: (props) => <Rows {...props} row={Control} what="message" />,
  buffers: (props) => <Rows {...props} row={Buffer} what="buffer" />,
};

function Help({ id, text }: { id: string; text: string }) {
  return (
    <p class="hint" id={id}>
      {text}
    </p>
  );
}

function Text({ parameter: { name, type, nullable, required, default: usual, choices }, id, draft, put }: FieldProps) {
  const none = nullable && draft[`${name}.none`] === 'true';
  return (
    <span class="form-control">
      <input
        id={id}
        name={name}
        value={draft[name] ?? ''}
        placeholder={usual ?? ''}
        spellcheck={false}
        autocomplete="off"
        list={choices ? `${id}-choices` : undefined}
        inputMode={type === 'integer' ? 'numeric' : type === 'number' ? 'decimal' : 'text'}
        aria-describedby={`${id}-hint`}
        aria-required={required}
        readOnly={none}
        onInput={({ currentTarget }) => {
          put(name, currentTarget.value);
        }}
      />
      {choices && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {nullable && (
        <Check
          label={word('form.none')}
          checked={none}
          onChange={(checked) => {
            put(`${name}.none`, String(checked));
          }}
        />
      )}
    </span>
  );
}

/** A constant's name, or its number. */
function Choice(props: FieldProps) {
  return <Text {...props} />;
}

function Yes({ parameter: { name, default: usual }, id, draft, put }: FieldProps) {
  const checked = (draft[name] ?? usual) === 'true';
  return (
    <input
      id={id}
      type="checkbox"
      checked={checked}
      aria-describedby={`${id}-hint`}
      onChange={() => {
        put(name, String(!checked));
      }}
    />
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked);
        }}
      />{' '}
      {label}
    </label>
  );
}

function Flags({ parameter: { name, choices }, draft, put }: FieldProps) {
  const chosen = (draft[name] ?? '').split('|').filter((flag) => flag !== '');
  const toggled = (flag: string) =>
    chosen.includes(flag) ? chosen.filter((other) => other !== flag) : [...chosen, flag];
  return (
    <div class="form-checks">
      {(choices ?? []).map((flag) => (
        <Check
          key={flag}
          label={<code>{flag}</code>}
          checked={chosen.includes(flag)}
          onChange={() => {
            put(name, toggled(flag).join('|'));
          }}
        />
      ))}
    </div>
  );
}

/** An address, or what may stand in its place. */
function AddressChoice(props: FieldProps) {
  const { parameter, id, draft, family, type, put } = props;
  const { name, choices } = parameter;
  const other = draft[`${name}.family`] ?? '';
  if (fieldsOf(family).length === 0) return <p class="hint">{word('form.no-address', { family })}</p>;
  return (
    <div class="form-row">
      {other === '' && !isSpelled(family) && <AddressMembers {...props} />}
      {other === '' && isSpelled(family) && (
        <AddressInput
          id={id}
          family={family}
          type={type}
          value={draft[name] ?? ''}
          onText={(text) => {
            put(name, text);
          }}
        />
      )}
      {(choices ?? []).map((choice) => (
        <Check
          key={choice}
          label={<code>{choice}</code>}
          checked={other === choice}
          onChange={(checked) => {
            put(`${name}.family`, checked ? choice : '');
          }}
        />
      ))}
    </div>
  );
}

function AddressMembers({ parameter: { name }, draft, family, put }: FieldProps) {
  return (
    <>
      {fieldsOf(family).map((field) => (
        <label key={field.name} class="form-member">
          {word(`address.field.${field.name}`)}
          <input
            name={`${name}.${field.name}`}
            value={draft[`${name}.${field.name}`] ?? ''}
            placeholder={field.example}
            spellcheck={false}
            autocomplete="off"
            inputMode={field.isNumber ? 'numeric' : 'text'}
            onInput={({ currentTarget }) => {
              put(`${name}.${field.name}`, currentTarget.value);
            }}
          />
        </label>
      ))}
    </>
  );
}

const FORMS = ['text', 'escapes', 'hex', 'base64'] as const;

/** Control messages have forms of their own. */
const CONTROL_FORMS = [...FORMS, 'sockets', 'words'] as const;

interface NamedProps extends FieldProps {
  name: string;
  label?: string;
  forms?: readonly (typeof CONTROL_FORMS)[number][];
}

function BytesInput({ parameter, name, label, forms = FORMS, id, draft, put }: NamedProps) {
  return (
    <span class="form-control">
      <textarea
        id={id}
        rows={1}
        value={draft[name] ?? ''}
        spellcheck={false}
        autocomplete="off"
        aria-label={label}
        aria-describedby={`${id}-hint`}
        aria-required={parameter.required}
        onInput={({ currentTarget }) => {
          put(name, currentTarget.value);
        }}
      />
      <select
        aria-label={word('form.written-as', { name: label ?? name })}
        value={formOf(name, draft)}
        onChange={({ currentTarget }) => {
          put(`${name}.as`, currentTarget.value);
        }}
      >
        {forms.map((form) => (
          <option key={form} value={form}>
            {word(`form.as.${form}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Control({ name, id, draft, put, ...rest }: NamedProps) {
  return (
    <span class="form-row">
      {(['level', 'type'] as const).map((member) => (
        <label key={member} class="form-member">
          {member}
          <input
            value={draft[`${name}.${member}`] ?? ''}
            placeholder={member === 'level' ? 'SOL_SOCKET' : 'SCM_RIGHTS'}
            spellcheck={false}
            autocomplete="off"
            onInput={({ currentTarget }) => {
              put(`${name}.${member}`, currentTarget.value);
            }}
          />
        </label>
      ))}
      <BytesInput
        {...rest}
        name={name}
        id={`${id}-${name}`}
        draft={draft}
        put={put}
        label={word('form.data-of', { name })}
        forms={CONTROL_FORMS}
      />
    </span>
  );
}

function Buffer({ name, id, ...rest }: NamedProps) {
  return <BytesInput {...rest} name={name} id={`${id}-${name}`} label={word('form.bytes-of', { name })} />;
}

interface RowsProps extends FieldProps {
  row: (props: NamedProps) => ComponentChildren;
  what: 'message' | 'buffer';
}

function Rows({ row: Row, what, ...props }: RowsProps) {
  const {
    parameter: { name },
    draft,
    put,
  } = props;
  const names = rows(name, draft);
  const list = useRef<HTMLDivElement>(null);
  const resize = (by: number) => {
    put(`${name}.rows`, String(names.length + by));
  };
  // What is typed after the button is for the field that it added.
  const before = useRef(names.length);
  useLayoutEffect(() => {
    if (names.length > before.current) focusFirstIn(list.current?.children[names.length - 1]);
    before.current = names.length;
  }, [names.length]);
  return (
    <div class="form-rows" ref={list}>
      {names.map((each) => (
        <Row key={each} {...props} name={each} />
      ))}
      <span class="form-row">
        <button
          type="button"
          onClick={() => {
            resize(1);
          }}
        >
          {word(`form.add.${what}`)}
        </button>
        {names.length > 0 && (
          <button
            type="button"
            onClick={() => {
              resize(-1);
            }}
          >
            {word('form.remove')}
          </button>
        )}
      </span>
    </div>
  );
}

function focusFirstIn(row: Element | undefined): void {
  row?.querySelector<HTMLElement>('input, textarea')?.focus();
}
