import { toBase64, type Bytes } from '../lib/bytes';
import { makeCall, type Made } from '../call/make';
import { counted, word } from '../lib/words';
import type { Schemas, Socket } from '../lib/wire';
import type { Chunk } from '../live/protocol';
import { payloadOf } from '../live/payloads';
import { socketById } from '../live/sockets';
import { say } from '../ui/notices';

/** What is sent again: a chunk, or those of its bytes that are chosen. */
export interface Message {
  chunk: Chunk;
  bytes: Bytes | null;
}

/** Where it goes: to the peer, or where the chunk went to or came from when the socket has none. */
export async function send({ chunk, bytes }: Message, socketId: string): Promise<Made<Schemas['Sent']> | null> {
  const data = bytes ?? (await payloadOf(chunk.seq));
  if (!data) return null;
  const address = hasPeer(socketById(socketId)?.peek()) ? null : chunk.address;
  return makeCall(address ? 'sendto' : 'send', socketId, { data: toBase64(data), address: address ?? undefined });
}

export async function sendAndSay(message: Message, socketId: string): Promise<void> {
  const outcome = await send(message, socketId);
  if (outcome === null) say(word('hex.gone', { n: message.chunk.seq }));
  else if (outcome.ok) say(counted('traffic.again.sent', outcome.value.sent, { id: socketId }));
  else say(word('traffic.again.failed', { id: socketId, why: outcome.problem.detail }));
}

function hasPeer(socket: Socket | undefined): boolean {
  return socket === undefined || socket.peer_address !== null;
}
