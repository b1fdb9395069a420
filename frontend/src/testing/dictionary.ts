import english from '../../../src/main/resources/messages.properties?raw';
import type { Word } from '../../generated/words';

export const language = 'en';

export const dictionary = parsed(english) as Record<Word, string>;

/** A file of words: a key and its text a line, nothing escaped. */
export function parsed(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.includes('=') && !line.startsWith('#'));
  return Object.fromEntries(lines.map((line) => [cut(line)[0].trim(), cut(line)[1].trim()]));
}

function cut(line: string): [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}
