import { describe, expect, it } from 'vitest';
import { formatIpv6, inspect } from './inspect';

describe('the inspector', () => {
  function values(bytes: Uint8Array, name: string, from = 0, to = bytes.length - 1) {
    return inspect(bytes, { from, to }).find((reading) => reading.name === name)?.values;
  }

  it('reads numbers in both orders, with their sign where that says something', () => {
    const bytes = Uint8Array.of(0, 0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10);
    expect(values(bytes, '8', 1)).toEqual(['254', 'i8 −2']);
    expect(values(bytes, '16', 1)?.map(plain)).toEqual(['56574 / −8962', '65244 / −292']);
    expect(values(bytes, '32', 1)?.[1] ?? '').toContain('4\u2009275\u2009878\u2009552');
    expect(values(bytes, '32', 1)?.map(plain)[0]).toBe('2562383102 / −1732584194');
    expect(values(bytes, '64', 1)?.map(plain)[0]).toBe('1167088121787636990');
    expect(values(bytes, '64', 2)).toBeUndefined();
  });

  it('reads floats, addresses, times, text and bits', () => {
    expect(values(Uint8Array.of(0x3f, 0x80, 0, 0), 'float32')?.[1]).toBe('1');
    expect(values(Uint8Array.of(127, 0, 0, 1), 'ipv4')).toEqual(['1.0.0.127', '127.0.0.1']);
    expect(values(Uint8Array.of(0x65, 0x92, 0, 0x80), 'time')?.[1]).toBe('2024-01-01T00:00:00Z');
    expect(values(Uint8Array.of(0xc3, 0xa9), 'utf8')).toEqual(['é']);
    expect(values(Uint8Array.of(0xc3), 'utf8')).toEqual(['not UTF-8']);
    expect(values(Uint8Array.of(0xe2, 0x80, 0xae), 'utf8')).toEqual([String.raw`\u202e`]);
    expect(values(Uint8Array.of(5, 255), 'bits')).toEqual(['00000101 11111111']);
  });

  it.each([
    ['20010db8000000000000000000000001', '2001:db8::1'],
    ['00000000000000000000000000000001', '::1'],
    ['00000000000000000000000000000000', '::'],
    ['20010000000000010000000000000001', '2001:0:0:1::1'],
    ['20010db8000100010001000100010000', '2001:db8:1:1:1:1:1:0'],
    ['fe800000000000000000000000000000', 'fe80::'],
    ['0a000000000000b000000000000000c0', 'a00:0:0:b0::c0'],
  ])('writes the IPv6 address %s as %s', (hex, text) => {
    expect(formatIpv6(Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)))).toBe(text);
  });
});

function plain(value: string): string {
  return value.replaceAll('\u2009', '');
}
