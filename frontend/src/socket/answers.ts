import { media } from '../browser/media';
import { closeSockets } from '../call/close';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { answerBy } from '../live/responder';
import type { Item } from '../ui/menu';
import { say } from '../ui/notices';
import { PREPARED, preparedFor, type Prepared } from './prepared';
import { choosePlayed } from './play/edit';
import { editRules } from './rules/edit';

/** One of a stream may begin before it is connected, or listens. */
export function canAnswer({ state, type }: Socket): boolean {
  return state !== 'CLOSED' && type !== 'SOCK_RAW';
}

/** Where the head has no room for them, its menu has them. */
export const isInMenu = media('(width < 1100px)');

/** The ways to have it answer by itself. */
export function answersFor(socket: Socket): Item[] {
  const { well, badly } = preparedFor(socket);
  const item = (name: Prepared) => ({
    name: word(`responder.do.${name}`),
    run: () => void begin(socket.id, name),
  });
  return [
    ...well.map(item),
    { name: word('responder.rules'), run: () => void editRules() },
    { name: word('responder.played'), run: () => void choosePlayed() },
    ...badly.map(item),
  ];
}

async function begin(id: string, name: Prepared): Promise<void> {
  if (name !== 'refuse') {
    sayOf(await answerBy(id, PREPARED[name]));
    return;
  }
  const [failed] = (await closeSockets([id])) ?? [];
  sayOf(failed?.problem);
}

function sayOf(problem: { detail: string } | null | undefined): void {
  if (problem) say(problem.detail);
}
