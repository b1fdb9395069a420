import { fromBase64, toBase64, type Bytes } from '../lib/bytes';
import { language } from '../lib/dictionary';
import type { Schemas, Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { callOf, type Call } from '../call/make';
import { addressOf, type Draft } from './message';

export function sendCall(socket: Socket, draft: Draft, bytes: Bytes): Call {
  return callOf(draft.call, socket.id, {
    data: toBase64(bytes),
    flags: draft.flags.length > 0 ? draft.flags.join('|') : undefined,
    address: draft.call === 'sendto' ? addressOf(draft, socket) : undefined,
  });
}

/** `sendall` says nothing: it has sent all. */
export function sentText({ body }: Call, answer: Schemas['Sent'] | null): string {
  const all = fromBase64((body as { data: string }).data).length;
  const sent = answer?.sent ?? all;
  if (sent === all) return word('composer.sent', { size: counted('bytes', all) });
  return word('composer.sent.part', { sent: sent.toLocaleString(language), size: counted('bytes', all) });
}
