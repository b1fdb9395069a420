import { describe, expect, it } from 'vitest';
import { decode, type Encoding } from './decode';

const utf8 = new TextEncoder();
const text = (payload: string, encoding: Encoding = 'utf-8') => decode(utf8.encode(payload), encoding);

describe('decoding', () => {
  it('writes out bytes that are not UTF-8', () => {
    const bytes = Uint8Array.of(
      0x61,
      0xff,
      0xc3,
      0xa9,
      0xe2,
      0x82,
      0xed,
      0xa0,
      0x80,
      0xc0,
      0xaf,
      0xf0,
      0x9f,
      0x98,
      0x80,
    );
    expect(decode(bytes, 'utf-8')).toBe(String.raw`a\xffé\xe2\x82\xed\xa0\x80\xc0\xaf😀`);
  });

  it('reads each encoding and writes out what is none of it', () => {
    expect(decode(Uint8Array.of(0x41, 0xe9, 0x80), 'latin-1')).toBe(String.raw`Aé\x80`);
    expect(decode(Uint8Array.of(0x41, 0xe9), 'ascii')).toBe(String.raw`A\xe9`);
    expect(decode(Uint8Array.of(0x41, 0, 0xac, 0x20, 0, 0xd8, 7), 'utf-16le')).toBe(String.raw`A€\ud800\x07`);
    expect(decode(Uint8Array.of(0, 0x41, 0x20, 0xac), 'utf-16be')).toBe('A€');
  });

  it('breaks lines and writes out all other control characters', () => {
    expect(text('one\r\n\ttwo')).toBe('one\\r\n\\ttwo');
    expect(text('\x1b[31mred\u202e')).toBe(String.raw`\x1b[31mred\u202e`);
    expect(text('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });
});
