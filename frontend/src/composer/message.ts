import { isMessages } from '../call/receiving';
import { concat } from '../lib/bytes';
import { checksum, type ByteOrder, type Checksum } from '../lib/crc';
import { parse, type Encoding, type Parsed } from '../lib/encodings';
import { written } from '../lib/notation';
import { isSpelled, lackFor, membersOf, parseFor, type Lack } from '../lib/spelling';
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
  /** The address of `sendto`, in any spelling. */
  to: string;
}

/** A message goes to an address where there is no peer. */
export function usualCall(socket: Socket): SendCall {
  return isMessages(socket) && socket.peer_address === null && isSpelled(socket.family) ? 'sendto' : 'send';
}

export function newDraft(socket: Socket): Draft {
  return {
    encoding: 'text',
    text: '',
    ending: 'none',
    checksum: 'none',
    order: 'little',
    call: usualCall(socket),
    flags: [],
    to: '',
  };
}

/** The checksum is of what was typed; the ending ends the last line, the checksum included. */
export function compose(draft: Draft): Parsed {
  const parsed = typed(draft);
  return parsed.ok ? { ok: true, bytes: concat(parsed.bytes, appended(draft, parsed.bytes)) } : parsed;
}

/** The bytes of what was typed: each line break of it is the ending. */
export function typed({ encoding, text, ending }: Draft): Parsed {
  const breaks = ending === 'none' || !hasLines(encoding) ? text : text.replaceAll('\n', ENDINGS[ending]);
  return parse(encoding, breaks);
}

/** Breaks in the others are there to be read. */
function hasLines(encoding: Encoding): boolean {
  return encoding === 'text' || encoding === 'escapes';
}

export function appended(draft: Draft, bytes: Uint8Array): Uint8Array {
  const sum = checksum(draft.checksum, bytes, draft.order);
  return concat(sum, new TextEncoder().encode(isEnded(draft) && sum.length === 0 ? '' : ENDINGS[draft.ending]));
}

/** A text that ends in a line break has its last line ended. */
function isEnded({ encoding, text }: Draft): boolean {
  return hasLines(encoding) && text.endsWith('\n');
}

/** The same bytes in another notation; null where it has no way to write them. What is no bytes yet stays as it is. */
export function inNotation(draft: Draft, encoding: Encoding): Pick<Draft, 'encoding' | 'text'> | null {
  const parsed = typed(draft);
  if (!parsed.ok) return { encoding, text: draft.text };
  const bytes = endsItself(draft) ? parsed.bytes.subarray(0, -ENDINGS[draft.ending].length) : parsed.bytes;
  const text = encoding === 'text' ? asText(bytes, draft) : written(encoding, bytes);
  return text === null ? null : { encoding, text };
}

/** The typed line break is the ending, which is added again where the notation has no lines. */
function endsItself(draft: Draft): boolean {
  return draft.ending !== 'none' && draft.checksum === 'none' && isEnded(draft);
}

/** An empty last line would be taken for the ending: it has one of its own. */
function asText(bytes: Uint8Array, draft: Draft): string | null {
  const text = asLines(bytes, draft.ending);
  return text !== null && endsItself({ ...draft, encoding: 'text', text }) ? `${text}\n` : text;
}

/** As text, in which the ending is a line break. */
function asLines(bytes: Uint8Array, ending: Draft['ending']): string | null {
  const plain = written('text', bytes);
  if (ending === 'none' || ending === 'LF') return plain;
  if (bytes.includes(0x0a) && ending === 'CR') return null;
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const lines = utf8.split(ENDINGS[ending]);
  const isExact = lines.every((line) => !line.includes('\n'));
  return isExact ? written('text', new TextEncoder().encode(lines.join('\n'))) : null;
}

export function addressOf({ to }: Draft, { family }: Socket): Address {
  return { family, ...membersOf(parseFor(family, to)) };
}

/** Why there is no address yet to send to. */
export function lackOf({ call, to }: Draft, { family }: Socket): Lack | null {
  return call === 'sendto' ? lackFor(family, to) : null;
}
