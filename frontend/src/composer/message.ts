import { concat } from '../lib/bytes';
import { checksum, type ByteOrder, type Checksum } from '../lib/crc';
import { parse, type Encoding, type Parsed } from '../lib/encodings';
import type { Address, Socket } from '../lib/wire';

const ENDINGS = { none: '', LF: '\n', CRLF: '\r\n', CR: '\r' } as const;

export type SendCall = 'send' | 'sendall' | 'sendto';

/** What a person is about to send, as they typed it. */
export interface Draft {
  encoding: Encoding;
  text: string;
  ending: keyof typeof ENDINGS;
  checksum: Checksum;
  order: ByteOrder;
  call: SendCall;
  flags: readonly string[];
  host: string;
  port: string;
  path: string;
}

export function newDraft(socket: Socket): Draft {
  return {
    encoding: 'text',
    text: '',
    ending: 'none',
    checksum: 'none',
    order: 'little',
    call: isMessages(socket) && socket.peer_address === null ? 'sendto' : 'send',
    flags: [],
    host: '127.0.0.1',
    port: '',
    path: '',
  };
}

/** Each call of these moves one message, an empty one too. */
export function isMessages({ type }: Socket): boolean {
  return type !== 'SOCK_STREAM' && type !== 'SOCK_SEQPACKET';
}

/** The checksum is of what was typed; the ending ends the line, the checksum included. */
export function compose(draft: Draft): Parsed {
  const parsed = parse(draft.encoding, draft.text);
  return parsed.ok ? { ok: true, bytes: concat(parsed.bytes, appended(draft, parsed.bytes)) } : parsed;
}

export function appended(draft: Draft, typed: Uint8Array): Uint8Array {
  return concat(checksum(draft.checksum, typed, draft.order), new TextEncoder().encode(ENDINGS[draft.ending]));
}

export function addressOf({ host, port, path }: Draft, { family }: Socket): Address {
  return family === 'AF_UNIX' ? { family, path } : { family, host, port: Number(port) };
}
