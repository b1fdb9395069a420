import { word } from '../../lib/words';

/** What the palette offers. */
export interface Entry {
  /** Tells it apart from all others, and from start to start. */
  id: string;
  kind: 'run' | 'command' | 'page' | 'socket' | 'constant' | 'error';
  name: string;
  hint?: string;
  keywords?: string;
  run: () => void | Promise<void>;
}

const LIMIT = 50;

/** Those that have all of the words; first those whose name has a word that begins so, else in the order given. */
export function matching(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = entries.filter((entry) => words.every((word) => textOf(entry).includes(word)));
  const begins = ({ name }: Entry) => Number(` ${name.toLowerCase()}`.includes(` ${words[0] ?? ''}`));
  return found.sort((a, b) => begins(b) - begins(a)).slice(0, LIMIT);
}

function textOf({ kind, name, hint = '', keywords = '' }: Entry): string {
  return `${name} ${hint} ${keywords} ${word(`palette.kind.${kind}`)}`.replaceAll('\u00AD', '').toLowerCase();
}
