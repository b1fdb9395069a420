import { request, type Problem, type Socket } from '../../lib/api';
import { go } from '../../lib/router';
import { say } from '../../stores/notices';
import type { Entry } from './entry';

/** The lookups and what their arguments are called, in order. */
const LOOKUPS: Record<string, readonly string[]> = {
  getaddrinfo: ['host', 'port'],
  getfqdn: ['name'],
  gethostbyaddr: ['ip_address'],
  gethostbyname: ['hostname'],
  gethostbyname_ex: ['hostname'],
  getnameinfo: ['host', 'port'],
  getprotobyname: ['protocolname'],
  getservbyname: ['servicename', 'protocolname'],
  getservbyport: ['port', 'protocolname'],
};

const CONNECT = /^connect\s+(?:\[([^\]\s]+)\]|([^\s:]+)):(\d{1,5})$/i;

/** The call that the text is, such as `connect 10.0.0.5:80` or `getaddrinfo example.org`. */
export function typedCall(text: string): Entry | null {
  return typedConnect(text.trim()) ?? typedLookup(text.trim());
}

function typedConnect(text: string): Entry | null {
  const [, six, host = six, port] = CONNECT.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535) return null;
  return run(`connect ${text.slice('connect'.length).trim()}`, 'Make a TCP socket and connect it', () => {
    void connect(six === undefined ? 'AF_INET' : 'AF_INET6', host, Number(port));
  });
}

function typedLookup(text: string): Entry | null {
  const [call = '', ...given] = text.split(/[\s,]+/);
  const names = LOOKUPS[call];
  if (!names || given.length === 0 || given.length > names.length) return null;
  const query = new URLSearchParams(given.map((value, index) => [names[index] ?? '', value]));
  return run(text, 'Look it up', () => { go(`/names/${call}?${query.toString()}`); });
}

function run(name: string, hint: string, work: () => void): Entry {
  return { id: `run ${name}`, kind: 'Run', name, hint, run: work };
}

/** The socket is opened at once: a connection can take long, and what fails is seen there too. */
async function connect(family: string, host: string, port: number): Promise<void> {
  const made = await request<Socket>('POST', '/sockets', { body: { family, type: 'SOCK_STREAM' } });
  if (!made.ok) { say(failure('socket', made.problem)); return; }
  const { id } = made.value;
  go(`/sockets/${id}`);
  const done = await request('POST', `/sockets/${id}/connect`, { body: { address: { host, port } } });
  say(done.ok ? `Connected ${id} to ${host}:${port}` : failure(`connect to ${host}:${port}`, done.problem));
}

function failure(what: string, { symbol, detail }: Problem): string {
  return `${what} failed — ${symbol ?? detail}`;
}
