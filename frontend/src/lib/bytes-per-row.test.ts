import { describe, expect, it } from 'vitest';
import { columnOfDigit, digits, digitsAt, digitsWidth, spoken } from './bytes-per-row';

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
});

it('says a byte', () => {
  expect(spoken(4, 0x6f)).toBe('Offset 4: hex 6f, decimal 111, o');
  expect(spoken(4, 0x20)).toBe('Offset 4: hex 20, decimal 32, space');
  expect(spoken(4, 0x0a)).toBe('Offset 4: hex 0a, decimal 10');
});
