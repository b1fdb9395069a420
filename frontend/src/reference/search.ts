import type { Schemas } from '../lib/wire';
import { table } from '../browser/tables';

export type Constant = Schemas['Constant'];

/** All of them; null until they have come, none when they cannot be had. */
export function constants(): readonly Constant[] | null {
  const outcome = table<{ items: Constant[] }>('/constants');
  if (outcome === null) return null;
  return outcome.ok ? outcome.value.items : [];
}

/** Those whose name, value or meaning has every word; names that begin with it come first. */
export function search(all: readonly Constant[], text: string): readonly Constant[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  if (words[0] === '') return all;
  const found = all.filter((constant) => words.every((word) => has(constant, word)));
  const begins = ({ name }: Constant) => name.toLowerCase().startsWith(words[0] ?? '');
  return [...found.filter(begins), ...found.filter((constant) => !begins(constant))];
}

function has({ name, value, summary }: Constant, word: string): boolean {
  return (
    name.toLowerCase().includes(word) ||
    word === String(value) ||
    word === hexadecimal(value) ||
    (word.length > 2 && summary.toLowerCase().includes(word))
  );
}

export function hexadecimal(value: number): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
