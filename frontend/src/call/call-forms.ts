import type { Outcome } from '../browser/api';
import type { Schemas, Wire } from '../lib/wire';
import { table } from '../browser/tables';

export type Parameter = Wire<Schemas['Parameter']>;
export type CallForm = Omit<Wire<Schemas['CallForm']>, 'parameters'> & { parameters: Parameter[] };

const outcome = () => table<{ items: CallForm[] }>('/descriptors');

/** What every call is made of; null until it has come. */
export function callForms(): Outcome<{ items: CallForm[] }> | null {
  return outcome();
}

export function callFormOf(name: string): CallForm | null {
  const found = outcome();
  return found?.ok ? (found.value.items.find((form) => form.name === name) ?? null) : null;
}
