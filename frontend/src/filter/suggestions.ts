import type { Schemas } from '../lib/wire';
import { wordAt } from './term';

export interface Suggestion {
  /** What takes the place of the word. */
  text: string;
  help: string;
}

const MOST = 12;

/** What could stand where the caret is: a field, or a value that its field has now. */
export function suggestions(
  text: string,
  caret: number,
  fields: readonly Schemas['FilterField'][],
): readonly Suggestion[] {
  const { word } = wordAt(text, caret);
  const [name = '', value] = word.toLowerCase().split(':');
  const found =
    value === undefined
      ? fieldsLike(fields, name)
      : valuesLike(
          fields.find((field) => field.name === name),
          value,
        );
  return found.filter((suggestion) => suggestion.text !== word).slice(0, MOST);
}

export function completed(text: string, caret: number, { text: chosen }: Suggestion): { text: string; caret: number } {
  const { from } = wordAt(text, caret);
  const added = chosen.endsWith(':') ? chosen : `${chosen} `;
  return { text: text.slice(0, from) + added + text.slice(caret).trimStart(), caret: from + added.length };
}

function fieldsLike(fields: readonly Schemas['FilterField'][], start: string): Suggestion[] {
  return fields
    .filter(({ name }) => name.startsWith(start))
    .map(({ name, example, help }) => ({
      text: example.includes(':') ? `${name}:` : name,
      help: `${example} – ${help}`,
    }));
}

function valuesLike(field: Schemas['FilterField'] | undefined, start: string): Suggestion[] {
  const values = field?.values.filter((value) => value.toLowerCase().includes(start)) ?? [];
  return values.map((value) => ({
    text: `${field?.name ?? ''}:${/[\s()"]/.test(value) ? JSON.stringify(value) : value}`,
    help: '',
  }));
}
