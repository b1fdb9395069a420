import { afterEach, expect, test, vi } from 'vitest';
import { numberFormat, numeral } from './numbers';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [1_234_567, '1,234,567'],
])('%i is written %s', (count, text) => {
  expect(numeral(count)).toBe(text);
});

test('the browser is asked for a format when a number is first written in it', () => {
  const made = vi.fn();
  class Counted extends Intl.NumberFormat {
    constructor(...asked: ConstructorParameters<typeof Intl.NumberFormat>) {
      super(...asked);
      made();
    }
  }
  vi.stubGlobal('Intl', { NumberFormat: Counted });
  const tenths = numberFormat({ minimumFractionDigits: 1 });
  expect(made).not.toHaveBeenCalled();
  expect([tenths(1), tenths(2)]).toEqual(['1.0', '2.0']);
  expect(made).toHaveBeenCalledOnce();
});
