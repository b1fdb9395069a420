import { effect, signal, useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { go, place, withQuery } from '../browser/router';
import { FilterField } from './filter-field';
import type { Mark, On, Verdict } from './verdict';

const off = { sockets: signal(false), traffic: signal(false) };

interface PlaceFilterProps {
  on: On;
  label: string;
  /** The query parameter that keeps it. */
  name?: string;
  /** The filter in force: valid, and on. */
  inForce: Signal<string>;
  /** What that looks for in bytes. */
  marks?: Signal<readonly Mark[]>;
  onGo?: (step: 1 | -1) => void;
  children?: ComponentChildren;
}

/** A filter that is kept in the address. */
export function PlaceFilter({ on, label, name = 'filter', inForce, marks, onGo, children }: PlaceFilterProps) {
  /** The last that the server took. What a link brings is in force before it has said so: else all would be seen. */
  const valid = useSignal(textIn(place.peek(), name));
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

  function apply(found: string, typing: boolean, verdict: Verdict): void {
    valid.value = found;
    if (marks) marks.value = verdict.marks;
    go(withQuery({ [name]: found }), { replace: isTyping.current });
    isTyping.current = typing && (isTyping.current || found !== '');
  }

  function refuse(found: string): void {
    if (valid.peek() === found) valid.value = '';
  }

  return (
    <FilterField
      on={on}
      label={label}
      value={textIn(place.value, name)}
      apply={apply}
      refuse={refuse}
      onGo={onGo}
      isOff={isOff.value}
      toggleOff={() => {
        isOff.value = !isOff.peek();
      }}
    >
      {children}
    </FilterField>
  );
}

function textIn({ searchParams }: URL, name: string): string {
  return searchParams.get(name) ?? '';
}
