import { computed, effect, signal, useSignal, type Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { go, place, withQuery } from '../browser/router';
import { FilterField } from './filter-field';
import type { On } from './verdict';

/** As the address has it. */
export const filterText = computed(() => place.value.searchParams.get('filter') ?? '');

const off = { sockets: signal(false), traffic: signal(false) };

interface PlaceFilterProps {
  on: On;
  label: string;
  /** The filter in force: valid, and on. */
  inForce: Signal<string>;
}

/** A filter that is kept in the address. */
export function PlaceFilter({ on, label, inForce }: PlaceFilterProps) {
  /** The last that the server took. What a link brings is in force before it has said so: else all would be seen. */
  const valid = useSignal(filterText.peek());
  /** The first change of a text is a step to go back to; what is typed on is the same step. */
  const isTyping = useRef(false);
  const isOff = off[on];

  useLayoutEffect(() => {
    const stop = effect(() => {
      inForce.value = isOff.value ? '' : valid.value;
    });
    return () => {
      stop();
      inForce.value = '';
    };
  }, []);

  function apply(found: string, typing: boolean): void {
    valid.value = found;
    go(withQuery({ filter: found }), { replace: isTyping.current });
    isTyping.current = typing && (isTyping.current || found !== '');
  }

  function refuse(found: string): void {
    if (valid.peek() === found) valid.value = '';
  }

  return (
    <FilterField
      on={on}
      label={label}
      value={filterText.value}
      apply={apply}
      refuse={refuse}
      isOff={isOff.value}
      toggleOff={() => {
        isOff.value = !isOff.peek();
      }}
    />
  );
}

export function clearFilter(): void {
  go(withQuery({ filter: null }));
}
