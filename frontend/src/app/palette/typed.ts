import type { Socket } from '../../lib/wire';
import { go } from '../../browser/router';
import { word } from '../../lib/words';
import { failureText } from '../../call/failure-text';
import { makeCall } from '../../call/make';
import { say } from '../../ui/notices';
import { CALLS } from '../../names/calls';
import type { Entry } from './entry';

const CONNECT = /^connect\s+(?:\[([^\]\s]+)\]|([^\s:]+)):(\d{1,5})$/i;

/** The call that the text is, such as `connect 10.0.0.5:80` or `getaddrinfo example.org`. */
export function typedCall(text: string): Entry | null {
  return typedConnect(text.trim()) ?? typedLookup(text.trim());
}

function typedConnect(text: string): Entry | null {
  const [, six, host = six, port] = CONNECT.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535) return null;
  return run(`connect ${text.slice('connect'.length).trim()}`, word('palette.connect'), () => {
    void connect(six === undefined ? 'AF_INET' : 'AF_INET6', host, Number(port));
  });
}

function typedLookup(text: string): Entry | null {
  const [call = '', ...given] = text.split(/[\s,]+/);
  const names = argumentsOf(call);
  if (given.length === 0 || given.length > names.length) return null;
  const query = new URLSearchParams(given.map((value, index) => [names[index] ?? '', value]));
  return run(text, word('palette.look-up'), () => {
    go(`/names/${call}?${query.toString()}`);
  });
}

/** What is written as it is; constants have names enough in the form. */
function argumentsOf(call: string): string[] {
  const fields = CALLS.find(({ name }) => name === call)?.fields ?? [];
  return fields.filter(({ kind }) => kind === 'text' || kind === 'port').map(({ name }) => name);
}

function run(name: string, hint: string, work: () => void): Entry {
  return { id: `run ${name}`, kind: 'run', name, hint, run: work };
}

/** The socket is opened at once: a connection can take long, and what fails is seen there too. */
async function connect(family: string, host: string, port: number): Promise<void> {
  const made = await makeCall<Socket>('socket', null, { family, type: 'SOCK_STREAM' });
  if (!made.ok) {
    say(failureText(made));
    return;
  }
  const { id } = made.value;
  go(`/sockets/${id}`);
  const done = await makeCall('connect', id, { address: { host, port } });
  say(done.ok ? `Connected ${id} to ${host}:${port}` : failureText(done));
}
