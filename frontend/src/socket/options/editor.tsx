import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { request, type Problem } from '../../browser/api';
import type { Subject } from '../../lib/subject';
import { ErrnoCard } from '../../errors/errno-card';
import { editorOf, membersOf, noteOf, typedOf, wantedOf, type Option } from './option';

interface EditorProps {
  socketId: string;
  option: Option;
  /** What the kernel has then, and what to know of it. */
  onSet: (option: Option, note: string) => void;
  onEnd: () => void;
}

export function OptionEditor({ socketId, option, onSet, onEnd }: EditorProps) {
  const form = useRef<HTMLFormElement>(null);
  const typed = useSignal(typedOf(option));
  const mistake = useSignal<string | null>(null);
  const failed = useSignal<{ problem: Problem; call: Subject } | null>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);

  async function set(event?: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault();
    const wanted = wantedOf(option, typed.peek());
    mistake.value = wanted.ok ? null : wanted.message;
    if (!wanted.ok) return;
    const outcome = await request<Option>('PUT', `/sockets/${encodeURIComponent(socketId)}/options/${option.name}`, {
      body: { value: wanted.value },
    });
    failed.value = outcome.ok
      ? null
      : {
          problem: outcome.problem,
          call: {
            name: 'setsockopt',
            text: `setsockopt(${option.level}, ${option.name}, ${JSON.stringify(wanted.value)})`,
          },
        };
    if (outcome.ok)
      onSet(outcome.value, editorOf(option) === 'bytes' ? '' : noteOf(option.name, wanted.value, outcome.value));
  }

  return (
    <form ref={form} class="option-editor" onSubmit={(event) => void set(event)}>
      <Fields
        option={option}
        typed={typed.value}
        put={(name, text) => {
          typed.value = { ...typed.peek(), [name]: text };
        }}
      />
      <button aria-label={`Set ${option.name}`}>Set</button>
      <button type="button" aria-label={`Leave ${option.name} as it is`} onClick={onEnd}>
        Leave
      </button>
      {mistake.value !== null && (
        <span class="problem" role="alert">
          {mistake}
        </span>
      )}
      {failed.value !== null && <ErrnoCard {...failed.value} onRetry={() => void set()} />}
    </form>
  );
}

interface FieldsProps {
  option: Option;
  typed: Record<string, string>;
  put: (name: string, text: string) => void;
}

function Fields({ option, typed, put }: FieldsProps) {
  const { name } = option;
  switch (editorOf(option)) {
    case 'flag':
      return (
        <label class="form-check">
          <input
            type="checkbox"
            aria-label={name}
            checked={Number(typed.value) !== 0}
            onChange={({ currentTarget }) => {
              put('value', currentTarget.checked ? '1' : '0');
            }}
          />{' '}
          on
        </label>
      );
    case 'members':
      return (
        <>
          {membersOf(option).map((member) => (
            <label key={member}>
              {member}{' '}
              <Input
                label={`${name} ${member}`}
                text={typed[member] ?? ''}
                onText={(text) => {
                  put(member, text);
                }}
              />
            </label>
          ))}
        </>
      );
    case 'bytes':
      return (
        <Input
          label={`${name} in hex`}
          text={typed.value ?? ''}
          placeholder="00 00 00 01"
          onText={(text) => {
            put('value', text);
          }}
        />
      );
    case 'number':
      return (
        <>
          <Input
            label={name}
            numeric
            text={typed.value ?? ''}
            onText={(text) => {
              put('value', text);
            }}
          />
          {option.kind === 'timeval' && ' s'}
        </>
      );
    case 'text':
      return (
        <Input
          label={name}
          text={typed.value ?? ''}
          onText={(text) => {
            put('value', text);
          }}
        />
      );
  }
}

interface InputProps {
  label: string;
  text: string;
  numeric?: boolean;
  placeholder?: string;
  onText: (text: string) => void;
}

function Input({ label, text, numeric = false, placeholder, onText }: InputProps) {
  return (
    <input
      aria-label={label}
      value={text}
      placeholder={placeholder}
      spellcheck={false}
      autocomplete="off"
      inputMode={numeric ? 'decimal' : 'text'}
      onInput={({ currentTarget }) => {
        onText(currentTarget.value);
      }}
    />
  );
}
