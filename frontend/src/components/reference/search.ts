import type { Schemas } from '../../lib/api';

export type Constant = Schemas['Constant'];

/** Those whose name, value or meaning has every word; names that begin with it come first. */
export function search(constants: readonly Constant[], text: string): readonly Constant[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  if (words[0] === '') return constants;
  const found = constants.filter((constant) => words.every((word) => has(constant, word)));
  const begins = ({ name }: Constant) => name.toLowerCase().startsWith(words[0] ?? '');
  return [...found.filter(begins), ...found.filter((constant) => !begins(constant))];
}

function has({ name, value, summary }: Constant, word: string): boolean {
  return name.toLowerCase().includes(word) || word === String(value) || word === hexadecimal(value)
    || (word.length > 2 && summary.toLowerCase().includes(word));
}

export function hexadecimal(value: number): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
