import { signal } from '@preact/signals';
import { startingAt, type Form, type Start } from './form';

/** What is typed; it outlives the dialog, so that closing it loses nothing. */
export const draft = signal<Form>(startingAt('TCP client'));

/** The part of the form that has the focus, whose part of the code is marked. */
export const focused = signal<string | null>(null);

export function draftAt(start: Start): void {
  draft.value = startingAt(start);
}

export function change(changes: Partial<Form>): void {
  draft.value = { ...draft.peek(), ...changes };
}
