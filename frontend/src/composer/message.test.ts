import { describe, expect, it } from 'vitest';
import { addressOf, compose, newDraft, type Draft } from './message';
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

  it('has its checksum before the line ends', () => {
    expect(sent({ text: '1', checksum: 'sum8', ending: 'LF' })).toBe('31 31 0a');
    expect(sent({ text: '123456789', checksum: 'crc16-modbus' })).toMatch(/37 4b$/);
    expect(sent({ text: '123456789', checksum: 'crc16-modbus', order: 'big' })).toMatch(/4b 37$/);
  });

  it('that cannot be read is not sent', () => {
    expect(sent({ text: '4g', encoding: 'hex' })).toBe('`4g` at position 1 is not a hex digit');
  });
});

describe('the call', () => {
  it('is sendto where a datagram has no peer', () => {
    expect([newDraft(stream).call, newDraft(datagrams).call]).toEqual(['send', 'sendto']);
  });

  it('has an address of the family', () => {
    expect(addressOf({ ...newDraft(datagrams), port: '9' }, datagrams)).toEqual({
      family: 'AF_INET',
      host: '127.0.0.1',
      port: 9,
    });
    const unix = socket('s-3', { family: 'AF_UNIX' });
    expect(addressOf({ ...newDraft(unix), path: '/tmp/s' }, unix)).toEqual({ family: 'AF_UNIX', path: '/tmp/s' });
  });
});
