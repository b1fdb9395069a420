import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { Schemas } from '../lib/wire';
import { suggestions, type Suggestion } from './suggestions';
import { fieldsOn, type On } from './verdict';

/** What the field offers, and which of it the keys are at. */
export function useSuggestions(on: On, field: RefObject<HTMLInputElement | null>) {
  const fields = useSignal<readonly Schemas['FilterField'][]>([]);
  const items = useSignal<readonly Suggestion[]>([]);
  const at = useSignal(-1);

  function suggest(): void {
    const { value = '', selectionStart = null } = field.current ?? {};
    items.value = suggestions(value, selectionStart ?? value.length, fields.value);
    at.value = -1;
  }

  /** The values that there are now. */
  async function load(typed: () => boolean): Promise<void> {
    fields.value = await fieldsOn(on);
    if (typed() && document.activeElement === field.current) suggest();
  }

  function step(by: number): void {
    if (items.peek().length === 0) suggest();
    else at.value = (at.peek() + by + items.peek().length) % items.peek().length;
  }

  return {
    items: items.value,
    at: at.value,
    chosen: () => items.peek()[at.peek()],
    isOpen: () => items.peek().length > 0,
    close: () => {
      items.value = [];
    },
    suggest,
    load,
    step,
  };
}
