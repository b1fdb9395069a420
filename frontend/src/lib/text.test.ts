import { expect, test } from 'vitest';
import { printable } from './text';

test.each([
  ['plain, also grüße and 漢字', 'plain, also grüße and 漢字'],
  ['<b>&amp;', '<b>&amp;'],
  ['bell\x07 and escape\x1b[2J', 'bell\\x07 and escape\\x1b[2J'],
  ['\u202egnp.exe', '\\u202egnp.exe'],
  ['zero\u200bwidth', 'zero\\u200bwidth'],
  ['lone \ud800', 'lone \\ud800'],
  ['tag \u{e0041}', 'tag \\u{e0041}'],
])('%j is shown as %s', (text, shown) => {
  expect(printable(text)).toBe(shown);
});
