import type { Socket } from '../lib/wire';
import { partsOf } from '../lib/address-parts';
import { word } from '../lib/words';
import type { Draft } from './message';

interface AddressFieldsProps {
  socket: Socket;
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

/** Where a datagram goes. */
export function AddressFields({ socket, draft, onChange }: AddressFieldsProps) {
  if (socket.family === 'AF_UNIX') {
    return (
      <Field
        label={word('composer.to.path')}
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
        label={word('composer.to.host')}
        value={draft.host}
        onText={(host) => {
          onChange({ host });
        }}
        onLeave={(host) => {
          onChange(partsOf(host) ?? {});
        }}
      />
      <Field
        label={word('composer.to.port')}
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
  /** What was typed is complete. */
  onLeave?: (text: string) => void;
}

function Field({ label, value, numeric = false, onText, onLeave }: FieldProps) {
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
        onChange={({ currentTarget }) => onLeave?.(currentTarget.value)}
      />
    </label>
  );
}
