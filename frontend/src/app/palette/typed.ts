import type { Socket } from '../../lib/wire';
import { membersOf, parseAddress, type Spelling } from '../../lib/spelling';
import { go } from '../../browser/router';
import { word } from '../../lib/words';
import { failureText } from '../../call/failure-text';
import { callOf, makeCall } from '../../call/make';
import { run, runOf } from '../../call/runs';
import { say } from '../../ui/notices';
import { nameCalls } from '../../names/calls';
import type { Entry } from './entry';

/** The call that the text is, such as `connect 10.0.0.5:80` or `getaddrinfo example.org`. */
export function typedCall(text: string): Entry | null {
  return typedConnect(text.trim()) ?? typedLookup(text.trim());
}

function typedConnect(text: string): Entry | null {
  const [, typed = ''] = /^connect\s+(.+)$/i.exec(text) ?? [];
  const spelling = parseAddress(typed);
  if (spelling.kind === 'empty' || spelling.kind === 'wrong') return null;
  return entry(`connect ${typed}`, word('palette.connect'), () => {
    void connect(spelling, typed);
  });
}

function typedLookup(text: string): Entry | null {
  const [call = '', ...given] = text.split(/[\s,]+/);
  const names = argumentsOf(call);
  if (given.length === 0 || given.length > names.length) return null;
  const query = new URLSearchParams(given.map((value, index) => [names[index] ?? '', value]));
  return entry(text, word('palette.look-up'), () => {
    go(`/names/${call}?${query.toString()}`);
  });
}

/** What is written as it is; constants have names enough in the form. */
function argumentsOf(call: string): string[] {
  const parameters = nameCalls()?.find(({ name }) => name === call)?.parameters ?? [];
  return parameters.filter(({ type }) => type === 'string' || type === 'integer').map(({ name }) => name);
}

function entry(name: string, hint: string, work: () => void): Entry {
  return { id: `run ${name}`, kind: 'run', name, hint, run: work };
}

/** The socket is opened at once: a connection can take long, and what fails is told there, with its way out. */
async function connect(spelling: Spelling, typed: string): Promise<void> {
  const made = await makeCall<Socket>('socket', null, { family: familyOf(spelling), type: 'SOCK_STREAM' });
  if (!made.ok) {
    say(failureText(made));
    return;
  }
  const { id } = made.value;
  go(`/sockets/${id}`);
  await run(callOf('connect', id, { address: membersOf(spelling) }), 'bar');
  if (runOf(id, 'connect', 'bar').peek().kind === 'answered') say(word('palette.connected', { id, address: typed }));
}

function familyOf(spelling: Spelling): string {
  if (spelling.kind !== 'internet') return 'AF_UNIX';
  return spelling.is === 'IPv6' ? 'AF_INET6' : 'AF_INET';
}
