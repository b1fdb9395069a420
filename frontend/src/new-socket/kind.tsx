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
        name={word('new.family')}
        value={family}
        usual={FAMILIES}
        all={families()}
        choose={(chosen) => {
          change({ family: chosen, ...fitting(chosen, type), members: {}, proto: '0' });
        }}
      />
      <Select
        name={word('new.type')}
        value={type}
        usual={TYPES}
        all={types}
        choose={(chosen) => {
          change({ ...fitting(family, chosen), proto: '0' });
        }}
      />
      <Select
        name={word('new.proto')}
        value={proto}
        usual={PROTOCOLS(family, type)}
        all={protocols(family)}
        none={word('new.proto.usual')}
        choose={(chosen) => {
          change({ proto: chosen });
        }}
      />
      <label class="named">
        <span>{word('new.then')}</span>
        <select
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
      </label>
    </div>
  );
}

/** Without what that kind of socket cannot do. */
function fitting(family: string, type: string): { type: string; then: Then } {
  const then = thenOf(draft.peek());
  return { type, then: possible(family, type).includes(then) ? then : 'none' };
}

interface SelectProps {
  name: string;
  value: string;
  /** Those to choose from, in this order; the rest stands beneath. */
  usual: readonly string[];
  all: readonly Choice[];
  /** What stands for 0. */
  none?: string;
  choose: (value: string) => void;
}

function Select({ name, value, usual, all, none, choose }: SelectProps) {
  const chosen = usual.map((each) => all.find((choice) => choice.name === each)).filter((each) => each !== undefined);
  const rest = all.filter((choice) => !usual.includes(choice.name));
  const isMissing = value !== '0' && !all.some((choice) => choice.name === value);
  return (
    <label class="named">
      <span>{name}</span>
      <select
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
    </label>
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
