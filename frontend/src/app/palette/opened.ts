import { go } from '../../browser/router';
import { failureText } from '../../call/failure-text';
import { callOf, makeCall } from '../../call/make';
import { run, runOf } from '../../call/runs';
import { membersOf, type Spelling } from '../../lib/spelling';
import type { Socket } from '../../lib/wire';
import { word, type Word } from '../../lib/words';
import { say } from '../../ui/notices';

/** What is made of an address that was typed. */
export type Opening = 'connect' | 'listen';

const CALLS: Record<Opening, readonly string[]> = { connect: ['connect'], listen: ['bind', 'listen'] };
const DONE: Record<Opening, Word> = { connect: 'palette.connected', listen: 'palette.listening' };

/** The socket is opened at once: a connection can take long, and what fails is told there, with its way out. */
export async function openBy(opening: Opening, spelling: Spelling, typed: string): Promise<void> {
  const made = await makeCall<Socket>('socket', null, { family: familyOf(spelling), type: 'SOCK_STREAM' });
  if (!made.ok) {
    say(failureText(made));
    return;
  }
  const { id } = made.value;
  go(`/sockets/${id}`);
  if (await areMade(id, opening, spelling)) say(word(DONE[opening], { id, address: typed }));
}

/** None is made after one that failed. */
async function areMade(id: string, opening: Opening, spelling: Spelling): Promise<boolean> {
  for (const name of CALLS[opening]) {
    await run(callOf(name, id, name === 'listen' ? {} : { address: membersOf(spelling) }), 'bar');
    if (runOf(id, name, 'bar').peek().kind !== 'answered') return false;
  }
  return true;
}

function familyOf(spelling: Spelling): string {
  if (spelling.kind !== 'internet') return 'AF_UNIX';
  return spelling.host.includes(':') ? 'AF_INET6' : 'AF_INET';
}
