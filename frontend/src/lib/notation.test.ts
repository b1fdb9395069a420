import { expect, test } from 'vitest';
import { parse, type Encoding } from './encodings';
import { written } from './notation';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[Encoding, string]>([
  ['text', 'a\tb\nü'],
  ['escapes', String.raw`a\tb\n\xc3\xbc`],
  ['hex', '61 09 62 0a c3 bc'],
  ['base64', 'YQliCsO8'],
])('as %s the bytes are written %j, and are read back', (encoding, text) => {
  expect(written(encoding, bytes('a\tb\nü'))).toBe(text);
  expect(parse(encoding, text)).toEqual({ ok: true, bytes: bytes('a\tb\nü') });
});

test('what a field would not keep is no text', () => {
  expect(written('text', bytes('a\r\n'))).toBeNull();
  expect(written('text', Uint8Array.of(0xff))).toBeNull();
});
