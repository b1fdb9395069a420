import { request, type Problem } from '../browser/api';
import { portOf, targetOf, type Subject } from '../lib/subject';
import type { Socket, SocketList } from '../lib/wire';
import type { Word } from '../lib/words';
import { socketById } from '../live/sockets';

/** What this console itself knows of a failure: of which socket, and what. */
export interface Known {
  socket: Socket;
  says: Word;
  /** Of a backlog: so many wait, of so many that may. */
  waiting?: { n: number; most: number };
}

/** The sockets of this console that are a cause of the failure. */
export async function knownOf(subject: Subject, problem: Problem): Promise<readonly Known[]> {
  const own = ownOf(problem);
  if (own?.connected_to_itself === true) return [{ socket: own, says: 'errors.known.itself' }];
  const rule = RULES.find(
    ({ of, with: symbols }) => of.test(subject.name) && symbols.has(problem.symbol ?? problem.kind),
  );
  if (!rule) return [];
  const others = (await sharing(subject)).filter(
    (socket) => socket.id !== own?.id && socket.type === (own?.type ?? socket.type),
  );
  const found = await Promise.all(others.map(async (socket) => rule.say(socket, subject)));
  return found.filter((known) => known !== null);
}

interface Rule {
  of: RegExp;
  with: ReadonlySet<string>;
  say: (socket: Socket, subject: Subject) => Known | null | Promise<Known | null>;
}

const RULES: readonly Rule[] = [
  {
    of: /^(?:bind|listen)$/,
    with: new Set(['EADDRINUSE']),
    say: (socket, subject) => (isAt(socket, subject) ? { socket, says: 'errors.known.holds' } : null),
  },
  {
    of: /^connect/,
    with: new Set(['ECONNREFUSED', 'ENOENT']),
    say: (socket, subject) => {
      if (socket.state === 'LISTENING')
        return isAt(socket, subject) ? null : { socket, says: 'errors.known.elsewhere' };
      return socket.state === 'BOUND' && isAt(socket, subject) ? { socket, says: 'errors.known.bound' } : null;
    },
  },
  {
    of: /^connect/,
    with: new Set(['timeout', 'ETIMEDOUT', 'EAGAIN']),
    say: (socket, subject) => (socket.state === 'LISTENING' && isAt(socket, subject) ? backlogOf(socket) : null),
  },
];

/** Of a path the kernel counts nobody: that it refuses is the proof. */
async function backlogOf(socket: Socket): Promise<Known | null> {
  if (socket.family === 'AF_UNIX') return { socket, says: 'errors.known.full.path' };
  const outcome = await request<Record<string, number | null>>(
    'GET',
    `/sockets/${encodeURIComponent(socket.id)}/tcp_info`,
  );
  if (!outcome.ok) return null;
  const { unacked, sacked } = outcome.value;
  if (typeof unacked !== 'number' || typeof sacked !== 'number' || unacked < sacked) return null;
  return { socket, says: 'errors.known.full', waiting: { n: unacked, most: sacked } };
}

function ownOf({ socket_id }: Problem): Socket | undefined {
  return typeof socket_id === 'string' ? socketById(socket_id)?.peek() : undefined;
}

/** Those that have the port or the path of the call for their own. */
async function sharing(subject: Subject): Promise<readonly Socket[]> {
  const [target, port] = [targetOf(subject), portOf(subject)];
  const wanted = port ?? target;
  if (wanted === null || wanted === '') return [];
  const outcome = await request<SocketList>('GET', '/sockets', { query: { q: wanted, limit: 500 } });
  if (!outcome.ok) return [];
  return outcome.value.items.filter(({ local_address: local, state }) => {
    if (local === null || state === 'CLOSED') return false;
    return port === null ? local.path === target : String(local.port) === port;
  });
}

const WILDCARDS = new Set(['', '0.0.0.0', '::']);

/** Whether it has the very address of the call. */
function isAt({ local_address: local }: Socket, subject: Subject): boolean {
  const target = targetOf(subject) ?? '';
  if (portOf(subject) === null) return local?.path === target;
  const host = local?.host ?? '';
  return host === target || WILDCARDS.has(host) || WILDCARDS.has(target) || target === 'localhost';
}
