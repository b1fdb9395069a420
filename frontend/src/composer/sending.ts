import { request } from '../browser/api';
import type { Schemas, Socket } from '../lib/wire';
import { toBase64, type Bytes } from '../lib/bytes';
import { counted, sizeText } from '../lib/format';
import { printable } from '../lib/text';
import { addressOf, callText, isMessages, type Draft } from './message';
import { ended, type Outcome } from '../call/outcome';
import { formatAddress } from '../lib/address';

export async function sendDraft(socket: Socket, draft: Draft, bytes: Bytes): Promise<Outcome> {
  const address = draft.call === 'sendto' ? addressOf(draft, socket) : undefined;
  const outcome = await request<Schemas['Sent'] | null>('POST', pathOf(socket, draft.call), {
    body: {
      data: toBase64(bytes),
      ...(draft.flags.length > 0 && { flags: draft.flags.join('|') }),
      ...(address && { address }),
    },
  });
  if (outcome.ok) return { kind: 'told', text: sentText(outcome.value?.sent ?? bytes.length, bytes.length) };
  const { problem } = outcome;
  const sent = problem.sent ?? 0;
  return ended(
    problem,
    { name: draft.call, text: callText(draft, bytes, socket), at: address },
    sent === 0 ? 'Nothing was sent.' : `${sentText(sent, bytes.length)}.`,
  );
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
  const outcome = await request<Received>('POST', pathOf(socket, name), { body: { bufsize } });
  if (!outcome.ok) return ended(outcome.problem, { name, text: `${name}(${bufsize})` }, 'Nothing was received.');
  return { kind: 'told', text: receivedText(socket, outcome.value) };
}

/** With what the message had before it was cut, and what the kernel said of it, where there is any. */
export type Received = Schemas['ReceivedMessage'] & { length?: number; msg_flags?: string };

export function receivedText(socket: Socket, { size, length, msg_flags = '', address }: Received): string {
  if (size === 0 && !isMessages(socket)) return 'Peer closed its side (recv returned 0 bytes). You can still send.';
  const from = formatAddress(address ?? null);
  const told = `Received ${sizeText({ size, length })}${from === null ? '' : ` from ${from}`}`;
  return msg_flags === '' ? told : `${told} (${printable(msg_flags)})`;
}

function pathOf({ id }: Socket, call: string): string {
  return `/sockets/${encodeURIComponent(id)}/${call}`;
}
