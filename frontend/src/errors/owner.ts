import type { Problem } from '../browser/api';
import type { Socket, SocketList } from '../lib/wire';
import { request } from '../browser/api';
import { rows } from '../live/sockets';
import { portOf, targetOf, type Subject } from '../lib/subject';

const WILDCARDS = new Set(['', '0.0.0.0', '::']);

/** The socket of this console that has the address which a bind was refused. */
export async function ownerOf(subject: Subject, problem: Problem): Promise<Socket | null> {
  const wanted = portOf(subject) ?? targetOf(subject);
  if (problem.symbol !== 'EADDRINUSE' || wanted === null) return null;
  const outcome = await request<SocketList>('GET', '/sockets', { query: { q: wanted, limit: 500 } });
  const asking = problem.socket_id ?? null;
  return (
    (outcome.ok && outcome.value.items.find((socket) => socket.id !== asking && holds(socket, subject, asking))) || null
  );
}

function holds(socket: Socket, subject: Subject, asking: string | null): boolean {
  const local = socket.local_address;
  const [target, port] = [targetOf(subject), portOf(subject)];
  if (local === null || isOfAnotherType(socket, asking)) return false;
  if (port === null) return local.path === target;
  return String(local.port) === port && overlap(local.host ?? '', target ?? '');
}

/** A datagram socket and a stream socket may share a port. */
function isOfAnotherType(socket: Socket, asking: string | null): boolean {
  const own = rows
    .peek()
    .find((row) => row.id === asking)
    ?.socket.peek();
  return own !== undefined && own.type !== socket.type;
}

function overlap(one: string, other: string): boolean {
  return one === other || WILDCARDS.has(one) || WILDCARDS.has(other) || other === 'localhost';
}
