import { describe, expect, it } from 'vitest';
import { addressOf, compose, inNotation, newDraft, type Draft } from './message';
import { toHex } from '../lib/bytes';
import { socket } from '../testing/sample';

const stream = socket('s-1', { peer_address: { family: 'AF_INET', host: '127.0.0.1', port: 7 } });
const datagrams = socket('s-2', { type: 'SOCK_DGRAM' });

function sent(changes: Partial<Draft>): string {
  const message = compose({ ...newDraft(stream), ...changes });
  return message.ok ? toHex(message.bytes) : message.message;
}

describe('a message', () => {
  it('ends its line as it was asked to', () => {
    expect(sent({ text: 'hi', ending: 'CRLF' })).toBe('68 69 0d 0a');
    expect(sent({ text: 'hi', ending: 'LF' })).toBe('68 69 0a');
    expect(sent({ text: 'hi', ending: 'CR' })).toBe('68 69 0d');
    expect(sent({ text: '68 69', encoding: 'hex', ending: 'CRLF' })).toBe('68 69 0d 0a');
  });

  it('ends each of its lines so, and the last one once', () => {
    expect(sent({ text: 'a\nb', ending: 'CRLF' })).toBe('61 0d 0a 62 0d 0a');
    expect(sent({ text: 'a\n', ending: 'CRLF' })).toBe('61 0d 0a');
    expect(sent({ text: 'a\nb', encoding: 'escapes', ending: 'CR' })).toBe('61 0d 62 0d');
    expect(sent({ text: 'a\nb' })).toBe('61 0a 62');
    expect(sent({ text: '61\n62', encoding: 'hex', ending: 'CRLF' })).toBe('61 62 0d 0a');
  });

  it('has its checksum before the line ends', () => {
    expect(sent({ text: '1', checksum: 'sum8', ending: 'LF' })).toBe('31 31 0a');
    expect(sent({ text: '123456789', checksum: 'crc16-modbus' })).toMatch(/37 4b$/);
    expect(sent({ text: '123456789', checksum: 'crc16-modbus', order: 'big' })).toMatch(/4b 37$/);
  });

  it('that cannot be read is not sent', () => {
    expect(sent({ text: '4g', encoding: 'hex' })).toBe('`4g` at position 1 is not a hex digit');
  });
});

describe('in another notation', () => {
  const draft = (changes: Partial<Draft>) => ({ ...newDraft(stream), ...changes });

  it('the bytes are the same, both ways', () => {
    const text = draft({ text: 'a\nb', ending: 'CRLF' });
    const hex = inNotation(text, 'hex');
    expect(hex).toEqual({ encoding: 'hex', text: '61 0d 0a 62' });
    expect(inNotation({ ...text, ...hex }, 'text')).toEqual({ encoding: 'text', text: 'a\nb' });
    expect(inNotation(draft({ text: String.raw`\x00\r`, encoding: 'escapes' }), 'hex')?.text).toBe('00 0d');
    expect(inNotation(draft({ text: '00 0d', encoding: 'hex' }), 'escapes')?.text).toBe(String.raw`\x00\r`);
  });

  it.each([
    { text: 'GET / HTTP/1.0\nHost: x\n', ending: 'CRLF' },
    { text: 'a\n', ending: 'LF' },
    { text: 'a\n\n', ending: 'CR' },
    { text: 'a', ending: 'CRLF' },
    { text: 'a\n', ending: 'none' },
    { text: 'a\n', ending: 'CRLF', checksum: 'sum8' },
    { text: '\n', ending: 'LF' },
    { text: '', ending: 'CRLF' },
  ] as const)('what is sent of %o is the same, there and back', (changes) => {
    for (const encoding of ['hex', 'base64', 'escapes'] as const) {
      const there = { ...changes, ...inNotation(draft(changes), encoding) };
      expect(sent(there)).toBe(sent(changes));
      const back = inNotation(draft(there), 'text');
      expect(sent({ ...there, ...back })).toBe(sent(changes));
    }
  });

  it('bytes that are no text do not become it', () => {
    expect(inNotation(draft({ text: 'ff', encoding: 'hex' }), 'text')).toBeNull();
    expect(inNotation(draft({ text: '61 0d 0a', encoding: 'hex' }), 'text')).toBeNull();
    expect(inNotation(draft({ text: '61 0a', encoding: 'hex', ending: 'CRLF' }), 'text')).toBeNull();
  });

  it('what is no bytes yet stays as it was typed', () => {
    expect(inNotation(draft({ text: '4', encoding: 'hex' }), 'base64')?.text).toBe('BA==');
    expect(inNotation(draft({ text: '4g', encoding: 'hex' }), 'text')?.text).toBe('4g');
  });
});

describe('the call', () => {
  it('is sendto where a datagram has no peer', () => {
    expect([newDraft(stream).call, newDraft(datagrams).call]).toEqual(['send', 'sendto']);
  });

  it('has an address of the family', () => {
    expect(addressOf({ ...newDraft(datagrams), to: '127.0.0.1:9' }, datagrams)).toEqual({
      family: 'AF_INET',
      host: '127.0.0.1',
      port: 9,
    });
    const unix = socket('s-3', { family: 'AF_UNIX' });
    expect(addressOf({ ...newDraft(unix), to: '/tmp/s' }, unix)).toEqual({ family: 'AF_UNIX', path: '/tmp/s' });
  });
});
