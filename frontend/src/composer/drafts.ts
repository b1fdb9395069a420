import type { Socket } from '../lib/wire';
import { newDraft, type Draft } from './message';

const KEPT = 50;

const draftKey = (id: string) => `socket-console.draft.${id}`;
const historyKey = (id: string) => `socket-console.sent.${id}`;

/** What was being written to this socket when the page was left. */
export function keptDraft(socket: Socket): Draft {
  return { ...newDraft(socket), ...read<Partial<Draft>>(draftKey(socket.id), {}) };
}

export function keepDraft(id: string, draft: Draft): void {
  write(draftKey(id), draft);
}

/** What was sent to this socket, the last first. */
export function sentTexts(id: string): string[] {
  return read<string[]>(historyKey(id), []);
}

export function keepSent(id: string, text: string): void {
  write(historyKey(id), [text, ...sentTexts(id).filter((other) => other !== text)].slice(0, KEPT));
}

function read<T>(key: string, otherwise: T): T {
  const found = sessionStorage.getItem(key);
  return found === null ? otherwise : (JSON.parse(found) as T);
}

/** A text too long to be kept is sent all the same. */
function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    sessionStorage.removeItem(key);
  }
}
