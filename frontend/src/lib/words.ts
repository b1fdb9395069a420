import type { ComponentChildren } from 'preact';
import type { Counted, Word } from '../../generated/words';
import { dictionary, language } from './dictionary';
import { numeral } from './numbers';

export type { Counted, Word };

type Values = Readonly<Record<string, string | number>>;

const plural = new Intl.PluralRules(language);

/** The text of a word; `{name}` in it stands for the value of that name. */
export function word(key: Word, values: Values = {}): string {
  return dictionary[key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** The text for so many, which is `{n}` in it: that of `key.one`, `key.other` or what else the language has. */
export function counted(key: Counted, n: number, values: Values = {}): string {
  const form = `${key}.${plural.select(n)}` as Word;
  return word(form in dictionary ? form : (`${key}.other` as Word), { n: numeral(n), ...values });
}

/** The same for text with elements in it. */
export function rich(key: Word, values: Readonly<Record<string, ComponentChildren>>): ComponentChildren[] {
  return dictionary[key].split(/\{(\w+)\}/).map((part, i) => (i % 2 === 0 ? part : values[part]));
}
