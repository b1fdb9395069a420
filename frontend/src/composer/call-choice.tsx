import { callFormOf } from '../call/call-forms';
import { word } from '../lib/words';
import { Choice } from './choice';
import type { Draft } from './message';

const CALLS: Record<Draft['call'], string> = { send: 'send', sendall: 'sendall', sendto: 'sendto' };

interface CallChoiceProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

/** Which call sends, and how. */
export function CallChoice({ draft, onChange }: CallChoiceProps) {
  return (
    <>
      <Choice
        label={word('composer.call')}
        value={draft.call}
        options={CALLS}
        onChoose={(call) => {
          onChange({ call });
        }}
      />
      <Flags draft={draft} onChange={onChange} />
    </>
  );
}

export function callSummary({ call, flags }: Draft): string {
  return word('composer.call.summary', { call, flags: flags.length === 0 ? word('composer.none') : flags.join(', ') });
}

function Flags({ draft: { call, flags: chosen }, onChange }: CallChoiceProps) {
  const toggled = (flag: string) =>
    chosen.includes(flag) ? chosen.filter((other) => other !== flag) : [...chosen, flag];
  return (
    <fieldset class="composer-flags">
      <legend>{word('composer.flags')}</legend>
      {flagsOf(call).map((flag) => (
        <label key={flag}>
          <input
            type="checkbox"
            checked={chosen.includes(flag)}
            onChange={() => {
              onChange({ flags: toggled(flag) });
            }}
          />
          <code>{flag}</code>
        </label>
      ))}
    </fieldset>
  );
}

/** Those that the server offers for the call. */
function flagsOf(call: Draft['call']): readonly string[] {
  return callFormOf(call)?.parameters.find(({ name }) => name === 'flags')?.choices ?? [];
}
