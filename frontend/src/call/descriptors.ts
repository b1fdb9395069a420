import type { Outcome } from '../browser/api';
import type { Schemas, Wire } from '../lib/wire';
import { table } from '../browser/tables';

export type Parameter = Wire<Schemas['Parameter']>;
export type Descriptor = Omit<Wire<Schemas['Descriptor']>, 'parameters'> & { parameters: Parameter[] };

const outcome = () => table<{ items: Descriptor[] }>('/descriptors');

/** What every call is made of; null until it has come. */
export function descriptors(): Outcome<{ items: Descriptor[] }> | null {
  return outcome();
}

export function descriptorOf(name: string): Descriptor | null {
  const found = outcome();
  return found?.ok ? (found.value.items.find((descriptor) => descriptor.name === name) ?? null) : null;
}
