import { printable } from '../lib/text';
import { word } from '../lib/words';
import type { Suggestion } from './suggestions';

interface OptionsProps {
  id: string;
  items: readonly Suggestion[];
  /** Which of them the keys are at. */
  at: number;
  pick: (item: Suggestion) => void;
}

export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** The list of a combobox; the focus stays in the field. */
export function Options({ id, items, at, pick }: OptionsProps) {
  return (
    <div id={id} class="suggestions" role="listbox" aria-label={word('filter.suggestions')} hidden={items.length === 0}>
      {items.map((item, index) => (
        /* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
           -- the field has the keys */
        <div
          key={item.text}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            pick(item);
          }}
        >
          <code>{printable(item.text)}</code> <span class="hint">{printable(item.help)}</span>
        </div>
      ))}
    </div>
  );
}
