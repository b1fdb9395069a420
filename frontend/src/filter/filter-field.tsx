import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Schemas } from '../lib/wire';
import { useKeys } from '../browser/keys';
import { Help } from './help';
import { optionId, Options } from './options';
import { completed, suggestions, type Suggestion } from './suggestions';
import { VerdictLine } from './verdict-line';
import { fieldsOn, SOUND, verdictOn, type On, type Verdict } from './verdict';

interface FilterFieldProps {
  on: On;
  label: string;
  /** The filter of the place. */
  value: string;
  /** Takes a valid filter; `typing` while it may be on the way to another. */
  apply: (text: string, typing: boolean) => void;
  /** Hears of one that is not valid. */
  refuse: (text: string) => void;
  isOff: boolean;
  toggleOff: () => void;
}

const PAUSE = 200;

/** The filter's text, checked by the server while it is typed. What is valid is in force. */
export function FilterField({ on, label, value, apply, refuse, isOff, toggleOff }: FilterFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const text = useSignal(value);
  const verdict = useSignal<Verdict>(SOUND);
  const fields = useSignal<readonly Schemas['FilterField'][]>([]);
  const items = useSignal<readonly Suggestion[]>([]);
  const at = useSignal(-1);

  useEffect(() => {
    if (value !== text.peek()) text.value = value;
  }, [value]);
  useKeys({ 'Alt+f': toggleOff });

  useSignalEffect(() => {
    const typed = text.value;
    const stopped = new AbortController();
    const timer = setTimeout(() => void judge(typed, stopped.signal), typed === value ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  });

  async function judge(typed: string, signal: AbortSignal): Promise<void> {
    try {
      verdict.value = await verdictOn(typed, on, signal);
    } catch {
      return;
    }
    if (verdict.value.valid) apply(typed, true);
    else refuse(typed);
  }

  /** The values that there are now. */
  async function load(): Promise<void> {
    fields.value = await fieldsOn(on);
    if (text.peek() !== value && document.activeElement === field.current) suggest();
  }

  function suggest(): void {
    const { value: typed = '', selectionStart = null } = field.current ?? {};
    items.value = suggestions(typed, selectionStart ?? typed.length, fields.value);
    at.value = -1;
  }

  function put(next: string, caret = next.length): void {
    text.value = next;
    items.value = [];
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  }

  function pick(item: Suggestion): void {
    const next = completed(text.peek(), field.current?.selectionStart ?? text.peek().length, item);
    put(next.text, next.caret);
  }

  function escape(): void {
    items.value = [];
  }

  function enter(): void {
    const chosen = items.peek()[at.peek()];
    if (chosen) pick(chosen);
    else if (verdict.peek().valid) apply(text.peek(), false);
    items.value = chosen ? items.peek() : [];
  }

  function step(by: number): void {
    if (items.peek().length === 0) suggest();
    else at.value = (at.peek() + by + items.peek().length) % items.peek().length;
  }

  function press(event: KeyboardEvent): void {
    const action = {
      ArrowDown: () => {
        step(1);
      },
      ArrowUp: () => {
        step(-1);
      },
      Enter: enter,
      // The next one leaves the field.
      ...(items.peek().length > 0 && { Escape: escape }),
    }[event.key];
    if (!action || event.isComposing) return;
    event.preventDefault();
    action();
  }

  return (
    <div class={isOff ? 'filter off' : 'filter'} role="search">
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <div class="filter-row">
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
          aria-expanded={items.value.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at.value < 0 ? undefined : optionId(`${id}-list`, at.value)}
          aria-invalid={!verdict.value.valid}
          aria-describedby={`${id}-verdict`}
          onFocus={() => void load()}
          onBlur={() => {
            items.value = [];
          }}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
            suggest();
          }}
          onKeyDown={press}
        />
        <Options id={`${id}-list`} items={items.value} at={at.value} pick={pick} />
        {text.value !== '' && (
          <button
            type="button"
            onClick={() => {
              put('');
            }}
          >
            Clear
          </button>
        )}
        {text.value !== '' && (
          <button type="button" title="Filter on or off (Alt F)" onClick={toggleOff}>
            {isOff ? 'Turn on' : 'Turn off'}
          </button>
        )}
        <Help
          on={on}
          add={(term) => {
            put(`${text.peek()} ${term}`.trim());
          }}
        />
      </div>
      <VerdictLine id={`${id}-verdict`} text={text.value} verdict={verdict.value} />
    </div>
  );
}
