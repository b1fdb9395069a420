import { describe, expect, it } from 'vitest';
import { toHex } from './bytes';
import { parse, toEscapes, type Encoding } from './encodings';

function hexOf(encoding: Encoding, text: string): string {
  const parsed = parse(encoding, text);
  return parsed.ok ? toHex(parsed.bytes) : parsed.message;
}

function placeOf(encoding: Encoding, text: string): string | null {
  const parsed = parse(encoding, text);
  return parsed.ok ? null : text.slice(parsed.at, parsed.at + parsed.length);
}

const every = Uint8Array.from({ length: 256 }, (_, value) => value);

describe('hex', () => {
  it.each([
    ['48 65:6c,0x6c 6F', '48 65 6c 6c 6f'],
    ['48656c6C6f', '48 65 6c 6c 6f'],
    [String.raw`\x48 \x65`, '48 65'],
    ['', ''],
    ['  \n ', ''],
    ['0x48, 0x65;\t0X6c-6c', '48 65 6c 6c'],
    ['0 1 f', '00 01 0f'],
  ])('reads %j as %s', (text, expected) => {
    expect(hexOf('hex', text)).toBe(expected);
  });

  it('names what is no digit, and where it stands', () => {
    expect(hexOf('hex', '48 65 4g')).toBe('`4g` at position 7 is not a hex digit');
    expect(placeOf('hex', '48 65 4g')).toBe('4g');
    expect(hexOf('hex', '48654g6c')).toBe('`4g` at position 5 is not a hex digit');
    expect(hexOf('hex', '0xzz')).toBe('`zz` at position 3 is not a hex digit');
  });

  it('does not guess at an odd digit', () => {
    expect(hexOf('hex', '48 656')).toBe('`656` at position 4 has an odd number of hex digits');
    expect(hexOf('hex', '48 0x')).toBe('`0x` at position 4 has no hex digit');
  });
});

describe('escapes', () => {
  it.each([
    [String.raw`a\r\n`, '61 0d 0a'],
    [String.raw`\x00\0d\15\0`, '00 00 64 0d 00'],
    [String.raw`\0\0\0\3abc`, '00 00 00 03 61 62 63'],
    [String.raw`\033[0m\377\0018`, '1b 5b 30 6d ff 01 38'],
    [String.raw`\\n`, '5c 6e'],
    [String.raw`\0x`, '00 78'],
    [String.raw`\u20ac\u{1F600}`, 'e2 82 ac f0 9f 98 80'],
    ['é', 'c3 a9'],
    [String.raw`\t\a\b\f\v\e\'\"`, '09 07 08 0c 0b 1b 27 22'],
  ])('reads %s', (text, expected) => {
    expect(hexOf('escapes', text)).toBe(expected);
  });

  it('names what is no escape, and where it stands', () => {
    expect(hexOf('escapes', String.raw`ab\qc`)).toBe('`\\q` at position 3 is not an escape');
    expect(hexOf('escapes', 'ab\\')).toBe('`\\` at position 3 is not an escape');
    expect(hexOf('escapes', String.raw`\u{110000}`)).toBe('`\\u` at position 1 is not an escape');
    expect(hexOf('escapes', String.raw`a\400`)).toBe('`\\4` at position 2 is not an escape');
    expect(hexOf('escapes', String.raw`\9`)).toBe('`\\9` at position 1 is not an escape');
  });

  it('reads back what it writes, every byte', () => {
    expect(hexOf('escapes', toEscapes(every))).toBe(toHex(every));
  });
});

describe('base64', () => {
  it.each([
    ['aGVsbG8=', '68 65 6c 6c 6f'],
    ['aGVsbG8', '68 65 6c 6c 6f'],
    ['aGVs\n bG8=', '68 65 6c 6c 6f'],
    ['-_8=', 'fb ff'],
    ['', ''],
  ])('reads %j', (text, expected) => {
    expect(hexOf('base64', text)).toBe(expected);
  });

  it('names what is not of it, and where it stands', () => {
    expect(hexOf('base64', 'aGV!')).toBe('`!` at position 4 is not base64');
    expect(hexOf('base64', 'aG=Vs')).toBe('`=` at position 3 is not base64');
    expect(hexOf('base64', 'aGVsb')).toBe('`b` at position 5 is one character too many or too few');
  });
});

it('text is UTF-8', () => {
  expect(hexOf('text', 'h€\n')).toBe('68 e2 82 ac 0a');
});
