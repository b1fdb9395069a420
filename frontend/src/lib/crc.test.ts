import { expect, it } from 'vitest';
import { toHex } from './bytes';
import { checksum } from './crc';

const check = new TextEncoder().encode('123456789');

it.each([
  ['crc16-modbus', '4b 37'],
  ['crc16-ccitt', '29 b1'],
  ['crc32', 'cb f4 39 26'],
  ['sum8', 'dd'],
] as const)('%s has its published check value', (kind, expected) => {
  expect(toHex(checksum(kind, check, 'big'))).toBe(expected);
});

it('appends in the order that was asked for', () => {
  expect(toHex(checksum('crc16-modbus', check, 'little'))).toBe('37 4b');
  expect(toHex(checksum('crc16-modbus', check, 'big'))).toBe('4b 37');
  expect(toHex(checksum('crc32', check, 'big'))).toBe('cb f4 39 26');
  expect(toHex(checksum('none', check, 'big'))).toBe('');
});
