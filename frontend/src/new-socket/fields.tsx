import { AddressInput } from './address-input';
import { Bind } from './bind';
import { change, draft } from './draft';
import { families, protocols } from './host';
import { Options } from './options';
import { Part } from './part';
import { STARTS, startingAt, type Form, type Mode } from './form';
import { Target } from './target';

export function Fields() {
  const { start, family, listen, connect } = draft.value;
  return (
    <div class="fields">
      <Starts />
      <div class="row">
        <FamilySelect />
        <TypeSelect />
        <Protocol />
      </div>
      {start !== 'Pair' && (
        <>
          <div class="row">
            <label>
              Label
              <input value={draft.value.label} placeholder="echo client" onInput={typed('label')} />
            </label>
            <Timeout />
          </div>
          <Options />
          <Bind />
          <Part
            name="Listen"
            chosen={listen}
            choose={(chosen) => {
              change({ listen: chosen });
            }}
          >
            <label>
              Backlog
              <input type="number" min={0} value={draft.value.backlog} placeholder="4096" onInput={typed('backlog')} />
            </label>
          </Part>
          <Part
            name="Connect"
            chosen={connect}
            choose={(chosen) => {
              change({ connect: chosen });
            }}
          >
            {family.startsWith('AF_INET') ? <Target /> : <AddressInput of="peer" />}
          </Part>
        </>
      )}
    </div>
  );
}

function Starts() {
  return (
    <fieldset class="starts">
      <legend>Start from</legend>
      {STARTS.map((start) => (
        <label key={start}>
          <input
            type="radio"
            name="start"
            checked={draft.value.start === start}
            onChange={() => {
              draft.value = startingAt(start);
            }}
          />
          {start}
        </label>
      ))}
    </fieldset>
  );
}

function FamilySelect() {
  const { family } = draft.value;
  return (
    <label>
      Family
      <select
        value={family}
        onChange={({ currentTarget }) => {
          change({ family: currentTarget.value, candidates: [] });
        }}
      >
        {withChosen(families(), family).map(({ name, value }) => (
          <option key={name} value={name}>
            {numbered(name, value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function TypeSelect() {
  const { family, type } = draft.value;
  const types = families().find(({ name }) => name === family)?.types ?? [];
  return (
    <label>
      Type
      <select value={type} onChange={typed('type')}>
        {withChosen(types, type).map(({ name, value, error }) => (
          <option key={name} value={name}>
            {numbered(name, value)}
            {error ? ` – ${error} here` : ''}
          </option>
        ))}
      </select>
    </label>
  );
}

function Protocol() {
  return (
    <label>
      Protocol
      <input
        list="protocols"
        value={draft.value.proto}
        spellcheck={false}
        onInput={({ currentTarget }) => {
          change({ proto: currentTarget.value.trim() || '0' });
        }}
      />
      <datalist id="protocols">
        <option value="0">The usual one</option>
        {protocols(draft.value.family).map(({ name, value }) => (
          <option key={name} value={name}>
            {value}
          </option>
        ))}
      </datalist>
    </label>
  );
}

const MODES: Record<Mode, string> = {
  blocking: 'Blocking',
  'non-blocking': 'Non-blocking',
  seconds: 'Time-out in seconds',
};

function Timeout() {
  const { mode, seconds } = draft.value;
  return (
    <>
      <label>
        Waiting calls
        <select
          value={mode}
          onChange={({ currentTarget }) => {
            change({ mode: currentTarget.value as Mode });
          }}
        >
          {Object.entries(MODES).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {mode === 'seconds' && (
        <label>
          Seconds
          <input type="number" min={0} step="any" required value={seconds} onInput={typed('seconds')} />
        </label>
      )}
    </>
  );
}

type TextMember = { [K in keyof Form]: Form[K] extends string ? K : never }[keyof Form];

function typed(member: TextMember) {
  return ({ currentTarget }: { currentTarget: { value: string } }) => {
    change({ [member]: currentTarget.value });
  };
}

function numbered(name: string, value: number | null): string {
  return value === null ? name : `${name} (${value})`;
}

interface Choice {
  name: string;
  value: number | null;
  error?: string | null;
}

/** What is chosen stands in the list although the host has not said that it knows it. */
function withChosen(choices: readonly Choice[], chosen: string): readonly Choice[] {
  return choices.some(({ name }) => name === chosen) ? choices : [{ name: chosen, value: null }, ...choices];
}
