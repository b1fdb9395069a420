import { perRun } from './run';

/** Rows of what the person made here are marked for so long, in milliseconds. */
const MARKED = 4_000;

const marked = perRun<ReadonlySet<string>>(new Set());

export function isOfOwnAct(id: string): boolean {
  return marked.value.has(id);
}

/** The row that comes into sight next. */
export const toShow = perRun<string | null>(null);

/** What the person made here comes into sight, and is marked until it has been seen. */
export function showOwnAct(id: string): void {
  toShow.value = id;
  marked.value = new Set([...marked.peek(), id]);
  setTimeout(() => {
    marked.value = new Set([...marked.peek()].filter((known) => known !== id));
  }, MARKED);
}
