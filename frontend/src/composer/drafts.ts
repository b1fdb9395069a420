import type { Socket } from '../lib/wire';
import { keepOfRun, readOfRun } from '../live/run';
import { newDraft, type Draft } from './message';

const KEPT = 50;

const draftKey = (id: string) => `draft.${id}`;
const historyKey = (id: string) => `sent.${id}`;

/** What was being written to this socket when the page was left. */
export function keptDraft(socket: Socket): Draft {
  return { ...newDraft(socket), ...readOfRun<Partial<Draft>>(draftKey(socket.id), {}) };
}

export function keepDraft(id: string, draft: Draft): void {
  keepOfRun(draftKey(id), draft);
}

/** What was sent to this socket, the last first. */
export function sentTexts(id: string): string[] {
  return readOfRun<string[]>(historyKey(id), []);
}

export function keepSent(id: string, text: string): void {
  keepOfRun(historyKey(id), [text, ...sentTexts(id).filter((other) => other !== text)].slice(0, KEPT));
}
