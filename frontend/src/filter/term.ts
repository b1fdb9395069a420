/** Whether the filter's text has this term, on its own. */
export function hasTerm(text: string, term: string): boolean {
  return termsOf(text).includes(term.toLowerCase());
}

/** The text with the term, or without it where it has it; another value of its field gives way. */
export function toggled(text: string, term: string): string {
  const field = fieldOf(term);
  const others = words(text).filter((word) => fieldOf(word.toLowerCase()) !== field);
  return (hasTerm(text, term) ? others : [...others, term]).join(' ');
}

/** The word that is being typed, and where it begins. */
export function wordAt(text: string, caret: number): { word: string; from: number } {
  const from = text.slice(0, caret).search(/[^\s()]*$/);
  return { word: text.slice(from, caret).replace(/^-/, ''), from: text[from] === '-' ? from + 1 : from };
}

function termsOf(text: string): string[] {
  return words(text).map((word) => word.toLowerCase());
}

/** What is in quotes is one word. */
function words(text: string): string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"?|\S)+/g) ?? [];
}

function fieldOf(term: string): string {
  return /^[\w-]+(?=:)/.exec(term)?.[0] ?? term;
}
