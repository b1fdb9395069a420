import { formatAddress } from '../lib/address';
import { printable } from '../lib/text';
import type { Schemas, Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { callOf, type Call } from './make';

/** Each call of these moves one message, an empty one too. */
export function isMessages({ type }: Pick<Socket, 'type'>): boolean {
  return type !== 'SOCK_STREAM' && type !== 'SOCK_SEQPACKET';
}

/** A datagram that does not fit is cut off, so that room is made for the longest. */
export function receiveCall(socket: Socket): Call {
  return isMessages(socket)
    ? callOf('recvfrom', socket.id, { bufsize: 65_535 })
    : callOf('recv', socket.id, { bufsize: 4_096 });
}

/** With what the message had before it was cut, and what the kernel said of it, where there is any. */
export type Received = Schemas['ReceivedMessage'] & { length?: number; msg_flags?: string };

export function receivedText(
  socket: Pick<Socket, 'type'>,
  { size, length, msg_flags = '', address }: Received,
): string {
  if (size === 0 && !isMessages(socket)) return word('call.received.end');
  const amount =
    length === undefined
      ? counted('bytes', size)
      : word('call.received.cut', { size: counted('bytes', length), n: size });
  const from = formatAddress(address ?? null);
  const told =
    from === null
      ? word('call.received', { size: amount })
      : word('call.received.from', { size: amount, address: from });
  return msg_flags === '' ? told : `${told} (${printable(msg_flags)})`;
}
