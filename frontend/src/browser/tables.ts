import { signal, type Signal } from '@preact/signals';
import { request, type Outcome } from './api';

type Answer = Signal<Outcome<unknown> | null>;

/** After a failure it is asked again, though not at once. */
const RETRY_AFTER = 5_000;

const answers = new Map<string, Answer>();

/** What the server answers alike every time, asked for once; null until it has come. */
export function table<T>(path: string): Outcome<T> | null {
  return (answers.get(path) ?? ask(path)).value as Outcome<T> | null;
}

function ask(path: string): Answer {
  const answer: Answer = signal(null);
  answers.set(path, answer);
  void fill(path, answer);
  return answer;
}

async function fill(path: string, answer: Answer): Promise<void> {
  const outcome = await request('GET', path);
  answer.value = outcome;
  if (!outcome.ok && outcome.status !== 404)
    setTimeout(() => {
      answers.delete(path);
    }, RETRY_AFTER);
}

export function forgetTables(): void {
  answers.clear();
}
