import { expect, it } from 'vitest';
import { concat, formatRange, fromBase64, parseRange, toBase64, toDots, toHex } from './bytes';

it('base64 goes both ways, longer than a call has arguments', () => {
  const long = new Uint8Array(300_000).map((_, index) => index % 251);
  const back = fromBase64(toBase64(long));
  expect(back.length).toBe(long.length);
  expect(back.every((value, index) => value === index % 251)).toBe(true);
});

it('shows a byte as one character', () => {
  expect(toDots(Uint8Array.of(0x68, 0x0a, 0x20, 0x7f, 0xff, 0x7e))).toBe('h. ..~');
});

it('joins', () => {
  expect(toHex(concat(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3)))).toBe('01 02 03');
});

it.each([
  ['16-23', { from: 16, to: 23 }],
  ['5', { from: 5, to: 5 }],
  ['30-99', { from: 30, to: 31 }],
  ['32-40', null],
  ['7-4', null],
  ['-3', null],
  ['', null],
  [null, null],
])('the range %j of 32 bytes is %j', (text, expected) => {
  expect(parseRange(text, 32)).toEqual(expected);
});

it('writes a range as it reads it', () => {
  expect(formatRange({ from: 16, to: 23 })).toBe('16-23');
});
