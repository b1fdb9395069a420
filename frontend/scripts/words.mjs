// Writes the keys of the page's words as a type, so that a word that is not there is an error of the compiler.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const text = readFileSync(new URL('../../src/main/resources/messages.properties', import.meta.url), 'utf8');
const keys = [...text.matchAll(/^([^#\s=][^\s=]*)\s*=/gm)].map(([, key]) => key);
const counted = keys.filter((key) => key.endsWith('.other')).map((key) => key.slice(0, -'.other'.length));

mkdirSync(new URL('../generated', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../generated/words.ts', import.meta.url),
  `export type Word = ${union(keys)};\nexport type Counted = ${union(counted)};\n`,
);

function union(names) {
  return names.map((name) => `\n  | '${name}'`).join('') || 'never';
}
