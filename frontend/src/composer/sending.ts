import type { Schemas, Socket } from '../lib/wire';
import { toBase64, type Bytes } from '../lib/bytes';
import { counted, sizeText } from '../lib/format';
import { printable } from '../lib/text';
import { makeCall } from '../call/make';
import { addressOf, isMessages, type Draft } from './message';
import { ended, type Outcome } from '../call/outcome';
import { formatAddress } from '../lib/address';

export async function sendDraft(socket: Socket, draft: Draft, bytes: Bytes): Promise<Outcome> {
  const made = await makeCall<Schemas['Sent'] | null>(draft.call, socket.id, {
    data: toBase64(bytes),
    flags: draft.flags.length > 0 ? draft.flags.join('|') : undefined,
    address: draft.call === 'sendto' ? addressOf(draft, socket) : undefined,
  });
  return made.ok ? { kind: 'told', text: sentText(made.value?.sent ?? bytes.length, bytes.length) } : ended(made);
}

function sentText(sent: number, all: number): string {
  return sent === all
    ? `Sent ${counted(sent, 'byte')}`
    : `Sent ${sent.toLocaleString('en-US')} of ${counted(all, 'byte')}`;
}

/** A datagram that does not fit is cut off, so that room is made for the longest. */
export function receiveCall(socket: Socket): { name: 'recv' | 'recvfrom'; bufsize: number } {
  return isMessages(socket) ? { name: 'recvfrom', bufsize: 65_535 } : { name: 'recv', bufsize: 4_096 };
}

export async function receive(socket: Socket): Promise<Outcome> {
  const { name, bufsize } = receiveCall(socket);
  const made = await makeCall<Received>(name, socket.id, { bufsize });
  return made.ok ? { kind: 'told', text: receivedText(socket, made.value) } : ended(made);
}

/** With what the message had before it was cut, and what the kernel said of it, where there is any. */
export type Received = Schemas['ReceivedMessage'] & { length?: number; msg_flags?: string };

export function receivedText(socket: Socket, { size, length, msg_flags = '', address }: Received): string {
  if (size === 0 && !isMessages(socket)) return 'Peer closed its side (recv returned 0 bytes). You can still send.';
  const from = formatAddress(address ?? null);
  const told = `Received ${sizeText({ size, length })}${from === null ? '' : ` from ${from}`}`;
  return msg_flags === '' ? told : `${told} (${printable(msg_flags)})`;
}
