import { describe, expect, it } from 'vitest';
import { receivedText } from './receiving';
import { socket } from '../testing/sample';

const datagrams = socket('s-2', { type: 'SOCK_DGRAM' });

describe('what was received', () => {
  const told = { data: '', size: 4, offset: 0, address: { family: 'AF_INET', host: '127.0.0.1', port: 9 } };

  it('is told with where it came from', () => {
    expect(receivedText(datagrams, told)).toBe('Received 4 bytes from 127.0.0.1:9');
  });

  it('is told with what was cut off, and with the flags of the message', () => {
    expect(receivedText(datagrams, { ...told, length: 10, msg_flags: 'MSG_TRUNC' })).toBe(
      'Received 10 bytes, cut to 4 from 127.0.0.1:9 (MSG_TRUNC)',
    );
  });
});
