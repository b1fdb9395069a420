import { formatAddress } from '../lib/address';
import { fromBase64, toBase64, type Bytes } from '../lib/bytes';
import { language } from '../lib/dictionary';
import { printable } from '../lib/text';
import type { Schemas, Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { callOf, type Call } from '../call/make';
import { addressOf, isMessages, type Draft } from './message';

export function sendCall(socket: Socket, draft: Draft, bytes: Bytes): Call {
  return callOf(draft.call, socket.id, {
    data: toBase64(bytes),
    flags: draft.flags.length > 0 ? draft.flags.join('|') : undefined,
    address: draft.call === 'sendto' ? addressOf(draft, socket) : undefined,
  });
}

/** A datagram that does not fit is cut off, so that room is made for the longest. */
export function receiveCall(socket: Socket): Call {
  return isMessages(socket)
    ? callOf('recvfrom', socket.id, { bufsize: 65_535 })
    : callOf('recv', socket.id, { bufsize: 4_096 });
}

/** `sendall` says nothing: it has sent all. */
export function sentText({ body }: Call, answer: Schemas['Sent'] | null): string {
  const all = fromBase64((body as { data: string }).data).length;
  const sent = answer?.sent ?? all;
  if (sent === all) return word('composer.sent', { size: counted('bytes', all) });
  return word('composer.sent.part', { sent: sent.toLocaleString(language), size: counted('bytes', all) });
}

/** With what the message had before it was cut, and what the kernel said of it, where there is any. */
export type Received = Schemas['ReceivedMessage'] & { length?: number; msg_flags?: string };

export function receivedText(
  socket: Pick<Socket, 'type'>,
  { size, length, msg_flags = '', address }: Received,
): string {
  if (size === 0 && !isMessages(socket)) return word('composer.received.end');
  const amount =
    length === undefined
      ? counted('bytes', size)
      : word('composer.received.cut', { size: counted('bytes', length), n: size });
  const from = formatAddress(address ?? null);
  const told =
    from === null
      ? word('composer.received', { size: amount })
      : word('composer.received.from', { size: amount, address: from });
  return msg_flags === '' ? told : `${told} (${printable(msg_flags)})`;
}
