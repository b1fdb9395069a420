import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useKeys } from '../browser/keys';
import { filterInReach } from '../browser/panes';
import { word } from '../lib/words';
import { Icon } from '../ui/icon';
import { Help } from './help';
import { optionId, Options } from './options';
import { completed, type Suggestion } from './suggestions';
import { useSuggestions } from './use-suggestions';
import { useVerdict } from './use-verdict';
import { VerdictLine } from './verdict-line';
import type { On, Verdict } from './verdict';

interface FilterFieldProps {
  on: On;
  label: string;
  /** The filter of the place. */
  value: string;
  /** Takes a valid filter; `typing` while it may be on the way to another. */
  apply: (text: string, typing: boolean, verdict: Verdict) => void;
  /** Hears of one that is not valid. */
  refuse: (text: string) => void;
  /** Enter in a field that has its filter goes on, and with Shift back. */
  onGo?: ((step: 1 | -1) => void) | undefined;
  isOff: boolean;
  toggleOff: () => void;
  /** What stands at the end inside the field. */
  children?: ComponentChildren;
}

/** The filter's text, checked by the server while it is typed. What is valid is in force. */
export function FilterField(props: FilterFieldProps) {
  const { on, label, value, apply, refuse, isOff, toggleOff, children } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const text = useSignal(value);
  const offer = useSuggestions(on, field);
  const verdict = useVerdict({
    on,
    text,
    value,
    told: (typed, found) => {
      if (found.valid) apply(typed, true, found);
      else refuse(typed);
    },
  });

  useEffect(() => {
    if (value !== text.peek()) text.value = value;
  }, [value]);
  useKeys({
    'Alt+f': () => {
      if (field.current !== null && field.current === filterInReach()) toggleOff();
    },
  });

  function put(next: string, caret = next.length): void {
    text.value = next;
    offer.close();
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  }

  function pick(item: Suggestion): void {
    const next = completed(text.peek(), field.current?.selectionStart ?? text.peek().length, item);
    put(next.text, next.caret);
  }

  function enter(step: 1 | -1): void {
    const chosen = offer.chosen();
    if (chosen) pick(chosen);
    else if (text.peek() === value) props.onGo?.(step);
    if (!chosen && verdict.peek().valid) apply(text.peek(), false, verdict.peek());
    if (!chosen) offer.close();
  }

  function press(event: KeyboardEvent): void {
    const action = actionOf(event);
    if (!action || event.isComposing) return;
    event.preventDefault();
    action();
  }

  function actionOf({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    const actions: Record<string, () => void> = {
      ArrowDown: () => {
        offer.step(1);
      },
      ArrowUp: () => {
        offer.step(-1);
      },
      Enter: () => {
        enter(shiftKey ? -1 : 1);
      },
      // The next one leaves the field.
      ...(offer.isOpen() && { Escape: offer.close }),
    };
    return actions[key];
  }

  return (
    <div class={isOff ? 'filter off' : 'filter'} role={on === 'sockets' ? 'search' : undefined}>
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <Icon name="search" />
      <input
        ref={field}
        id={id}
        data-filter
        value={text}
        placeholder={`${label} (/)`}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        role="combobox"
        aria-expanded={offer.items.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={offer.at < 0 ? undefined : optionId(`${id}-list`, offer.at)}
        aria-invalid={!verdict.value.valid}
        aria-describedby={`${id}-verdict`}
        onFocus={() => void offer.load(() => text.peek() !== value)}
        onBlur={offer.close}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
          offer.suggest();
        }}
        onKeyDown={press}
      />
      <span class="filter-end">
        {children}
        {text.value !== '' && (
          <button
            type="button"
            class="quiet small icon-only"
            aria-label={word('filter.clear')}
            title={word('filter.clear')}
            onClick={() => {
              put('');
            }}
          >
            <Icon name="close" />
          </button>
        )}
        <Help
          on={on}
          add={(term) => {
            put(`${text.peek()} ${term}`.trim());
          }}
        />
      </span>
      <div class="filter-drop">
        <Options id={`${id}-list`} items={offer.items} at={offer.at} pick={pick} />
        <div class="filter-foot">
          <VerdictLine id={`${id}-verdict`} text={text.value} verdict={verdict.value} />
          {text.value !== '' && (
            <button type="button" class="quiet small" title={word('filter.toggle')} onClick={toggleOff}>
              {word(isOff ? 'filter.on' : 'filter.off')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
