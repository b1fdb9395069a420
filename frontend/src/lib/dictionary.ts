import type { Word } from '../../generated/words';

export const language = document.documentElement.lang;

/** The words of the page in its language; the document says where they are. */
export const dictionary = await read(document.documentElement.dataset.words);

async function read(path = ''): Promise<Record<Word, string>> {
  const answer = await fetch(path);
  return (await answer.json()) as Record<Word, string>;
}
