import { expect, test } from 'vitest';
import { base64Of, bytesOf, hexWord, numberOf } from './number';

test.each([
  ['0x1234', 0x1234],
  [' 4660 ', 4660],
  ['127.0.0.1', 0x7f000001],
  ['0xFFFFFFFF', 0xffffffff],
  ['4294967296', null],
  ['256.0.0.1', null],
  ['0x', null],
  ['-1', null],
  ['', null],
])('%s is the number %s', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

test('bytes are in the order of the network', () => {
  expect(bytesOf(0x1234, 2)).toEqual([0x12, 0x34]);
  expect(bytesOf(0xff000001, 4)).toEqual([255, 0, 0, 1]);
  expect(hexWord(0x1234, 4)).toBe('0x00001234');
  expect(base64Of([127, 0, 0, 1])).toBe('fwAAAQ==');
});
