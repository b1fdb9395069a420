import type { Schemas } from '../lib/wire';
import { table } from '../browser/tables';

export type KnownOption = Schemas['KnownOption'];

export type KnownOptions = ReadonlyMap<string, KnownOption>;

/** The options by their names, as the server has them; null until it has said, none where it does not. */
export function knownOptions(): KnownOptions | null {
  const found = table<Schemas['KnownOptions']>('/options');
  if (found === null) return null;
  return new Map(found.ok ? found.value.items.map((option) => [option.name, option]) : []);
}
