import { expect, it } from 'vitest';
import { FORMS } from './copy-as';

const every = Uint8Array.from({ length: 256 }, (_, value) => value);
const hostile = new TextEncoder().encode('-%\'"\\\n\0é1');

function as(name: string, bytes: Uint8Array): string {
  return FORMS.find((form) => form.name === name)?.of(bytes) ?? '';
}

function numbersIn(text: string): number[] {
  return (text.match(/0x[0-9a-f]{2}/g) ?? []).map(Number);
}

it('writes a few bytes in each form', () => {
  expect(FORMS.map((form) => form.of(hostile))).toEqual([
    '2d 25 27 22 5c 0a 00 c3 a9 31',
    String.raw`-%'"\\\n\x00\xc3\xa91`,
    'unsigned char data[] = {0x2d, 0x25, 0x27, 0x22, 0x5c, 0x0a, 0x00, 0xc3, 0xa9, 0x31};',
    String.raw`b'-%\'"\\\n\x00\xc3\xa91'`,
    'byte[] data = {0x2d, 0x25, 0x27, 0x22, 0x5c, 0x0a, 0x00, (byte) 0xc3, (byte) 0xa9, 0x31};',
    'LSUnIlwKAMOpMQ==',
    String.raw`printf '\055%%\047"\134\012\000\303\2511'`,
  ]);
});

it('quotes as Python does', () => {
  expect(as('Python bytes', new TextEncoder().encode("it's"))).toBe(`b"it's"`);
  expect(as('Python bytes', new TextEncoder().encode('say "x"'))).toBe(`b'say "x"'`);
});

it.each(['C array', 'Java byte[]'])('%s has every byte, in lines', (name) => {
  expect(numbersIn(as(name, every))).toEqual([...every]);
  expect(
    Math.max(
      ...as(name, every)
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(160);
});

it('base64 has every byte', () => {
  expect(Uint8Array.from(atob(as('Base64', every)), (c) => c.charCodeAt(0))).toEqual(every);
});

it('printf has every byte', () => {
  const format = as('printf', every).slice("printf '".length, -1);
  const written = format.replace(/%%|\\(\d{3})/g, (found, digits: string | undefined) =>
    found === '%%' ? '%' : String.fromCharCode(parseInt(digits ?? '', 8)),
  );
  expect(Array.from(written, (c) => c.charCodeAt(0))).toEqual([...every]);
});
