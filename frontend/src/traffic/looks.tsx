import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { TIMES } from '../browser/settings';
import { word } from '../lib/words';
import { Icon } from '../ui/icon';
import type { Preview } from './columns';
import { choosePreview } from './wishes';

const PREVIEWS = ['text', 'hex'] as const;

interface LooksProps {
  time: Signal<(typeof TIMES)[number]>;
  preview: Preview;
}

/** What times are counted from, and what previews are written in. */
export function Looks({ time, preview }: LooksProps) {
  const id = useId();
  return (
    <span class="menu-button">
      <button
        type="button"
        class="quiet icon-only"
        popovertarget={id}
        aria-label={word('traffic.looks')}
        title={word('traffic.looks')}
      >
        <Icon name="clock" />
      </button>
      <div id={id} class="menu looks" popover="auto" role="dialog" aria-label={word('traffic.looks')}>
        <Choice
          name={word('traffic.head.time')}
          chosen={time.value}
          options={TIMES.map((value) => [value, word(`traffic.time.${value}`)] as const)}
          onChoose={(value) => {
            time.value = value;
          }}
        />
        <Choice
          name={word('traffic.head.preview')}
          chosen={preview}
          options={PREVIEWS.map((value) => [value, word(`traffic.preview.${value}`)] as const)}
          onChoose={choosePreview}
        />
      </div>
    </span>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  chosen: T;
  options: readonly (readonly [T, string])[];
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, chosen, options, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset>
      <legend>{name}</legend>
      {options.map(([value, text]) => (
        <label key={value}>
          <input
            type="radio"
            name={id}
            checked={value === chosen}
            onChange={() => {
              onChoose(value);
            }}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
