import { expect, test } from 'vitest';
import { dictionary, parsed } from '../testing/dictionary';
import { counted, rich, word } from './words';

const FILES = import.meta.glob<string>('../../../src/main/resources/messages*.properties', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const USERS = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '!../**/*.test.*', '../../../src/main/resources/templates/**/*.html'],
  { query: '?raw', import: 'default', eager: true },
);

const languages = Object.entries(FILES).map(([path, text]) => ({ name: path.split('/').at(-1), text }));
const keys = Object.keys(dictionary);

test.each(languages)('$name has each word, with the same values in it', ({ text }) => {
  const words = parsed(text);
  const missing = keys.filter((key) => !(key in words) && key !== 'product');
  const foreign = Object.keys(words).filter((key) => !keys.includes(key));
  expect({ missing, foreign }).toEqual({ missing: [], foreign: [] });
  for (const [key, value] of Object.entries(words)) expect(holes(value), key).toEqual(holes(english(key)));
});

test.each(languages)('$name escapes nothing', ({ text }) => {
  expect(text).not.toContain('\\');
});

test('each word is used', () => {
  const named = new Set(Object.values(USERS).flatMap((code) => code.match(NAMED) ?? []));
  const unused = keys.filter((key) => !uses(key).some((use) => named.has(use)));
  expect(unused).toEqual([]);
});

test('a value stands where its name is, an element too', () => {
  expect(word('error.title', { 0: 404 })).toBe('Error 404');
  expect(rich('error.title', { 0: 'x' })).toEqual(['Error ', 'x', '']);
});

test('one has another text than many', () => {
  expect([counted('bytes', 1), counted('bytes', 2000)]).toEqual(['1 byte', '2,000 bytes']);
});

/** A key in quotes, in a template of the server, or its stem with what is put after it. */
const NAMED = /'[\w.-]+' \+|['"][\w.-]+['"]|#\{[\w.-]+|`[\w.-]+\$\{/g;

/** A word that is found by a number, or by what it is about, is used under what is before its last dot. */
function uses(key: string): string[] {
  const stem = key.slice(0, key.lastIndexOf('.'));
  const plain = [`'${key}'`, `#{${key}`, `"${key}"`, `\`${stem}.\${`, `'${stem}.' +`];
  return /\.(one|other)$/.test(key) ? [...plain, `'${stem}'`] : plain;
}

function english(key: string): string {
  return (dictionary as Record<string, string>)[key] ?? '';
}

function holes(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}
