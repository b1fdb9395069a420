import { describe, expect, it } from 'vitest';
import { formatIpv6, inspect } from './inspect';

describe('the inspector', () => {
  function value(bytes: Uint8Array, name: string, from = 0, to = bytes.length - 1): string | undefined {
    return inspect(bytes, { from, to }).find((reading) => reading.name === name)?.value;
  }

  it('reads numbers in network order, and in the other', () => {
    const bytes = Uint8Array.of(0, 0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10);
    expect(value(bytes, 'u8', 1)).toBe('254');
    expect(value(bytes, 'i8', 1)).toBe('-2');
    expect(value(bytes, 'u16 BE', 1)).toBe('65244');
    expect(value(bytes, 'u16 LE', 1)).toBe('56574');
    expect(value(bytes, 'u32 BE', 1)).toBe('4275878552');
    expect(value(bytes, 'i32 LE', 1)).toBe('-1732584194');
    expect(value(bytes, 'u64 BE', 1)).toBe('18364758544493064720');
    expect(value(bytes, 'i64 LE', 1)).toBe('1167088121787636990');
    expect(value(bytes, 'u64 BE', 2)).toBeUndefined();
  });

  it('reads floats, addresses, times, text and bits', () => {
    expect(value(Uint8Array.of(0x3f, 0x80, 0, 0), 'f32 BE')).toBe('1');
    expect(value(Uint8Array.of(127, 0, 0, 1), 'IPv4')).toBe('127.0.0.1');
    expect(value(Uint8Array.of(0x65, 0x92, 0, 0x80), 'time_t BE')).toBe('2024-01-01T00:00:00Z');
    expect(value(Uint8Array.of(0xc3, 0xa9), 'UTF-8')).toBe('"é"');
    expect(value(Uint8Array.of(0xc3), 'UTF-8')).toBe('not UTF-8');
    expect(value(Uint8Array.of(0xe2, 0x80, 0xae), 'UTF-8')).toBe(String.raw`"\u202e"`);
    expect(value(Uint8Array.of(5, 255), 'Bits')).toBe('00000101 11111111');
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
