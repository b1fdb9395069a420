import type { Socket } from '../lib/wire';
import type { Draft } from './message';

const FLAGS = ['MSG_CONFIRM', 'MSG_DONTROUTE', 'MSG_DONTWAIT', 'MSG_EOR', 'MSG_MORE', 'MSG_NOSIGNAL', 'MSG_OOB'];

interface AddressFieldsProps {
  socket: Socket;
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

export function AddressFields({ socket, draft, onChange }: AddressFieldsProps) {
  if (socket.family === 'AF_UNIX') {
    return (
      <Field
        label="To path"
        value={draft.path}
        onText={(path) => {
          onChange({ path });
        }}
      />
    );
  }
  return (
    <>
      <Field
        label="To host"
        value={draft.host}
        onText={(host) => {
          onChange({ host });
        }}
      />
      <Field
        label="Port"
        value={draft.port}
        numeric
        onText={(port) => {
          onChange({ port });
        }}
      />
    </>
  );
}

interface FieldProps {
  label: string;
  value: string;
  numeric?: boolean;
  onText: (text: string) => void;
}

function Field({ label, value, numeric = false, onText }: FieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        class={numeric ? 'port' : 'host'}
        value={value}
        spellcheck={false}
        autocomplete="off"
        inputMode={numeric ? 'numeric' : 'text'}
        onInput={({ currentTarget }) => {
          onText(currentTarget.value);
        }}
      />
    </label>
  );
}

interface FlagsProps {
  chosen: readonly string[];
  onChoose: (flags: string[]) => void;
}

export function Flags({ chosen, onChoose }: FlagsProps) {
  const toggled = (flag: string) =>
    chosen.includes(flag) ? chosen.filter((other) => other !== flag) : [...chosen, flag];
  return (
    <fieldset class="composer-flags">
      <legend>Flags</legend>
      {FLAGS.map((flag) => (
        <label key={flag}>
          <input
            type="checkbox"
            checked={chosen.includes(flag)}
            onChange={() => {
              onChoose(toggled(flag));
            }}
          />
          <code>{flag}</code>
        </label>
      ))}
    </fieldset>
  );
}
