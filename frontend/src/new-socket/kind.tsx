import { word } from '../lib/words';
import { change, draft } from './draft';
import { thenOf, type Then } from './form';
import { families, protocols, type Choice } from './host';
import { FAMILIES, possible, PROTOCOLS, TYPES } from './choices';

/** Family, type and protocol of a custom socket, and what is done with its address. */
export function Kind() {
  const { family, type, proto } = draft.value;
  const types = families().find(({ name }) => name === family)?.types ?? [];
  return (
    <div class="kind" data-part="role">
      <Select
        of="family"
        value={family}
        usual={FAMILIES}
        all={families()}
        choose={(chosen) => {
          change({ family: chosen, ...fitting(chosen, type), members: {}, proto: '0' });
        }}
      />
      <Select
        of="type"
        value={type}
        usual={TYPES}
        all={types}
        choose={(chosen) => {
          change({ ...fitting(family, chosen), proto: '0' });
        }}
      />
      <Select
        of="proto"
        value={proto}
        usual={PROTOCOLS(family, type)}
        all={protocols(family)}
        none={word('new.proto.usual')}
        choose={(chosen) => {
          change({ proto: chosen });
        }}
      />
      <div class="named">
        <label for="new-then">{word('new.then')}</label>
        <select
          id="new-then"
          value={thenOf(draft.value)}
          onChange={({ currentTarget }) => {
            change({ then: currentTarget.value as Then });
          }}
        >
          {possible(family, type).map((then) => (
            <option key={then} value={then}>
              {word(`new.then.${then}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Without what that kind of socket cannot do. */
function fitting(family: string, type: string): { type: string; then: Then } {
  const then = thenOf(draft.peek());
  return { type, then: possible(family, type).includes(then) ? then : 'none' };
}

interface SelectProps {
  of: 'family' | 'type' | 'proto';
  value: string;
  /** Those to choose from, in this order; the rest stands beneath. */
  usual: readonly string[];
  all: readonly Choice[];
  /** What stands for 0. */
  none?: string;
  choose: (value: string) => void;
}

function Select({ of, value, usual, all, none, choose }: SelectProps) {
  const id = `new-${of}`;
  const chosen = usual.map((each) => all.find((choice) => choice.name === each)).filter((each) => each !== undefined);
  const rest = all.filter((choice) => !usual.includes(choice.name));
  const isMissing = value !== '0' && !all.some((choice) => choice.name === value);
  return (
    <div class="named">
      <label for={id}>{word(`new.${of}`)}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value);
        }}
      >
        {none !== undefined && <option value="0">{none}</option>}
        {isMissing && <option value={value}>{value}</option>}
        {chosen.map(option)}
        {rest.length > 0 && <optgroup label={word('new.all-names')}>{rest.map(option)}</optgroup>}
      </select>
    </div>
  );
}

function option({ name, value, error }: Choice) {
  return (
    <option key={name} value={name}>
      {value === null ? name : `${name} (${value})`}
      {error ? ` – ${word('new.unusable', { error })}` : ''}
    </option>
  );
}
