import { expect, test } from 'vitest';
import { age, bytes, sizeText } from './format';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KiB'],
  [1258291, '1.2 MiB'],
  [2 ** 31, '2.0 GiB'],
  [2 ** 60, '1024.0 PiB'],
])('%d bytes are shown as %s', (count, shown) => {
  expect(bytes(count)).toBe(shown);
});

test.each([
  [0, 'just now'],
  [1_999, 'just now'],
  [7_400, '7 s ago'],
  [125_000, '2 min ago'],
  [7_300_000, '2 h ago'],
])('%d ms are told as %s', (milliseconds, told) => {
  expect(age(milliseconds)).toBe(told);
});

test('a message that was cut says what it had', () => {
  expect(sizeText({ size: 4 })).toBe('4 bytes');
  expect(sizeText({ size: 4, length: 10 })).toBe('10 bytes, cut to 4');
});
