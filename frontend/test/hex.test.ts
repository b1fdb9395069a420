import { describe, expect, it } from 'vitest';
import { columnOfDigit, digits, digitsAt, digitsWidth, spoken } from '../src/lib/bytes-per-row';
import { formatIpv6, inspect } from '../src/hex/inspect';
import { parseOffset, rangeOf, target, within } from '../src/hex/selection';

const shape = { size: 100, columns: 16, page: 4 };

describe('the byte cursor', () => {
  it.each([
    ['ArrowRight', false, 5, 6],
    ['ArrowRight', false, 99, 99],
    ['ArrowLeft', false, 0, 0],
    ['ArrowUp', false, 5, 5],
    ['ArrowUp', false, 20, 4],
    ['ArrowDown', false, 20, 36],
    ['ArrowDown', false, 90, 90],
    ['PageDown', false, 5, 69],
    ['PageDown', false, 80, 99],
    ['PageUp', false, 20, 4],
    ['Home', false, 20, 16],
    ['End', false, 20, 31],
    ['End', false, 97, 99],
    ['Home', true, 20, 0],
    ['End', true, 20, 99],
    ['x', false, 20, null],
  ])('by %s (with Ctrl: %s) goes from %i to %j', (key, whole, from, to) => {
    expect(target(key, whole, from, shape)).toBe(to);
  });

  it('selects both ways', () => {
    expect(rangeOf({ anchor: 9, cursor: 4 })).toEqual({ from: 4, to: 9 });
  });
});

describe('a row', () => {
  const row = Uint8Array.from({ length: 16 }, (_, index) => 0xa0 + index);

  it.each([8, 16])('of %i bytes has its digits where marks are drawn', (columns) => {
    const text = digits(row.subarray(0, columns));
    expect(text.length).toBe(digitsWidth(columns));
    for (let column = 0; column < columns; column++) {
      expect(text.slice(digitsAt(column), digitsAt(column) + 2)).toBe((0xa0 + column).toString(16));
      expect(columnOfDigit(digitsAt(column) + 0.2, columns)).toBe(column);
      expect(columnOfDigit(digitsAt(column) + 1.9, columns)).toBe(column);
    }
  });

  it('has its part of a selection', () => {
    expect(within({ from: 10, to: 40 }, 0, 16)).toEqual({ from: 10, to: 15 });
    expect(within({ from: 10, to: 40 }, 16, 16)).toEqual({ from: 0, to: 15 });
    expect(within({ from: 10, to: 40 }, 32, 16)).toEqual({ from: 0, to: 8 });
    expect(within({ from: 10, to: 40 }, 48, 16)).toBeNull();
  });
});

it('says a byte', () => {
  expect(spoken(4, 0x6f)).toBe('Offset 4: hex 6f, decimal 111, o');
  expect(spoken(4, 0x20)).toBe('Offset 4: hex 20, decimal 32, space');
  expect(spoken(4, 0x0a)).toBe('Offset 4: hex 0a, decimal 10');
});

it.each([
  ['16', 16],
  ['0x1f', 31],
  ['1Fh', 31],
  [' 7 ', 7],
  ['1f', null],
  ['', null],
])('reads the offset %j as %j', (text, offset) => {
  expect(parseOffset(text)).toBe(offset);
});

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
