import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { word } from '../../lib/words';
import { Icon } from '../../ui/icon';
import { editorOf, membersOf, typedOf, wantedOf, type Option } from './option';
import { choicesOf, unitOf, type Choices } from './values';

interface EditorProps {
  option: Option;
  onSet: (value: unknown) => Promise<boolean>;
}

/** What sets an option: a switch and a choice act at once, what is typed by Enter. */
export function Editor(props: EditorProps) {
  const choices = choicesOf(props.option);
  if (choices) return <Select {...props} choices={choices} />;
  switch (editorOf(props.option)) {
    case 'flag':
      return (
        <Switch name={props.option.name} isOn={props.option.value !== 0} onSwitch={(on) => props.onSet(on ? 1 : 0)} />
      );
    case 'members':
      return props.option.kind === 'linger' ? <Linger {...props} /> : <Typed {...props} />;
    default:
      return <Typed {...props} />;
  }
}

interface SwitchProps {
  name: string;
  isOn: boolean;
  onSwitch: (on: boolean) => Promise<unknown>;
}

/** It is where the kernel has it, whatever was clicked. */
export function Switch({ name, isOn, onSwitch }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-label={name}
        checked={isOn}
        onChange={({ currentTarget }) =>
          void onSwitch(currentTarget.checked).then((done) => {
            if (done === false) currentTarget.checked = isOn;
          })
        }
      />
      {word(isOn ? 'options.on' : 'options.off')}
    </label>
  );
}

function Select({ option, onSet, choices }: EditorProps & { choices: Choices }) {
  return (
    <select
      aria-label={option.name}
      value={String(option.value)}
      onChange={({ currentTarget }) => void onSet(Number(currentTarget.value))}
    >
      {choices.map(([value, name]) => (
        <option key={value} value={String(value)}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Off, or on for so many seconds. */
function Linger({ option, onSet }: EditorProps) {
  const { onoff = 0, linger = 0 } = (option.value ?? {}) as { onoff?: number; linger?: number };
  return (
    <>
      <Switch name={option.name} isOn={onoff !== 0} onSwitch={(on) => onSet({ onoff: on ? 1 : 0, linger })} />
      <Typed option={option} onSet={onSet} only={['linger']} unit="s" />
    </>
  );
}

interface TypedProps extends EditorProps {
  /** The members that are typed. */
  only?: readonly string[];
  unit?: string;
}

/** Text, or a text a member. What differs from what the kernel has is marked, and waits for Enter or Esc. */
function Typed({ option, onSet, only, unit = unitOf(option) }: TypedProps) {
  const kept = typedOf(option);
  const names = only ?? (editorOf(option) === 'members' ? membersOf(option) : ['value']);
  const typed = useSignal<Record<string, string> | null>(null);
  const mistake = useSignal('');
  const now = typed.value ?? kept;
  const isEdited = names.some((name) => now[name] !== kept[name]);

  async function set(): Promise<void> {
    const wanted = wantedOf(option, { ...kept, ...now });
    mistake.value = wanted.ok ? '' : wanted.message;
    if (wanted.ok && (await onSet(wanted.value))) typed.value = null;
  }

  function undo(): void {
    typed.value = null;
    mistake.value = '';
  }

  function press(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') void set();
    else if (event.key === 'Escape' && isEdited) undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      {names.map((name) => (
        <Input
          key={name}
          label={names.length > 1 || only ? `${option.name} ${name}` : option.name}
          isWide={editorOf(option) === 'text' || editorOf(option) === 'bytes'}
          text={now[name] ?? ''}
          onPress={press}
          onText={(text) => {
            typed.value = { ...now, [name]: text };
          }}
        />
      ))}
      {unit !== '' && <span class="unit">{unit}</span>}
      {isEdited && <Acts name={option.name} onSet={() => void set()} onUndo={undo} />}
      {mistake.value !== '' && (
        <span class="problem" role="alert">
          {mistake}
        </span>
      )}
    </>
  );
}

function Acts({ name, onSet, onUndo }: { name: string; onSet: () => void; onUndo: () => void }) {
  return (
    <span class="acts">
      <button
        type="button"
        title={word('options.set.title')}
        aria-label={word('options.set', { option: name })}
        onClick={onSet}
      >
        {word('options.set.short')}
      </button>
      <button
        type="button"
        class="quiet"
        title={word('options.undo')}
        aria-label={word('options.undo')}
        onClick={onUndo}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}

interface InputProps {
  label: string;
  text: string;
  isWide: boolean;
  onText: (text: string) => void;
  onPress: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

function Input({ label, text, isWide, onText, onPress }: InputProps) {
  return (
    <input
      class={isWide ? 'wide' : 'num'}
      aria-label={label}
      value={text}
      size={isWide ? undefined : Math.max(2, text.length)}
      spellcheck={false}
      autocomplete="off"
      onKeyDown={onPress}
      onInput={({ currentTarget }) => {
        onText(currentTarget.value);
      }}
    />
  );
}
