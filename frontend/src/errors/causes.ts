import type { Problem } from '../browser/api';
import type { Subject } from '../lib/subject';
import type { Socket } from '../lib/wire';
import { socketById } from '../live/sockets';

type Facts = Pick<Socket, 'family' | 'type'>;

/** A cause names what it is about; where that is another call, family or type, it is none here. */
interface Rule {
  named: RegExp;
  fits: (call: string, socket: Facts | undefined) => boolean;
}

const isUnix = (socket: Facts | undefined) => socket?.family === 'AF_UNIX';
const isDatagram = (socket: Facts | undefined) => socket?.type === 'SOCK_DGRAM' || socket?.type === 'SOCK_RAW';
const calls =
  (name: RegExp): Rule['fits'] =>
  (call) =>
    name.test(call);

export const RULES: readonly Rule[] = [
  { named: /AF_UNIX|\bpath\b(?!'s MTU| broke)|abstract name/, fits: (_, socket) => !socket || isUnix(socket) },
  {
    named:
      /\bports?\b|firewall|IPv[46]|TIME_WAIT|UDP|\bTCP\b|127\.0|interface|\brout(?:e|er|ing)\b|network|\bNAT\b|Broadcast|\bARP\b|keepalive/i,
    fits: (_, socket) => !isUnix(socket),
  },
  { named: /\bUDP\b|^On a datagram/, fits: (_, socket) => !socket || isDatagram(socket) },
  { named: /TCP socket was|SO_LINGER|TIME_WAIT|^On a connection/, fits: (_, socket) => !isDatagram(socket) },
  { named: /datagram socket/, fits: (_, socket) => !socket || isDatagram(socket) },
  { named: /^connect(?:_ex)? |listener's backlog/, fits: calls(/^connect/) },
  { named: /^connect_ex with/, fits: calls(/^connect_ex/) },
  { named: /^bind was|remove the file, then bind/, fits: calls(/^bind/) },
  { named: /^accept was|[Nn]obody accepted|Accepted connections/, fits: calls(/^(?:accept|socket|dup)/) },
  { named: /^listen or accept/, fits: calls(/^(?:listen|accept)/) },
  { named: /^send was/, fits: calls(/^send(?:all)?$/) },
  { named: /^sendmsg was/, fits: calls(/^sendmsg/) },
  { named: /^sendto or sendmsg/, fits: calls(/^send(?:to|msg)/) },
  { named: /^fromfd/, fits: calls(/^fromfd/) },
  { named: /^socketpair/, fits: calls(/^socketpair/) },
  {
    named: /\boption takes|option for|option memory|older than the option/,
    fits: calls(/sockopt|^socket|^send|^recv/),
  },
  { named: /[Ss]end buffer (?:is|stays)/, fits: calls(/^(?:send|close|file\.(?:write|flush|close))/) },
  { named: /^Nothing (?:has )?arrived/, fits: calls(/^(?:recv|file\.read|accept|select)/) },
];

/** The causes that can be those of this call on this socket; all of them where none is left. */
export function causesOf(causes: readonly string[], call: Subject, { socket_id }: Problem): readonly string[] {
  const socket = typeof socket_id === 'string' ? socketById(socket_id)?.value : undefined;
  const fitting = causes.filter((cause) =>
    RULES.every(({ named, fits }) => !named.test(cause) || fits(call.name, socket)),
  );
  return fitting.length > 0 ? fitting : causes;
}
