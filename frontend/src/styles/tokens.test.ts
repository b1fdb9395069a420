import { expect, test } from 'vitest';
import css from './tokens.css?raw';

const GROUNDS = ['canvas', 'surface', 'sunken', 'selected'];
const READ_ON_ALL = ['text', 'muted', 'accent', 'sent', 'received', 'bad'].flatMap((ink) =>
  GROUNDS.map((ground): [string, string] => [ink, ground]),
);
const CHIPS = ['ok', 'info', 'warn', 'bad', 'off'].map((tone): [string, string] => [tone, `${tone}-bg`]);

const TOKEN = /--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/g;
const colours = new Map([...css.matchAll(TOKEN)].map(([, name, light, dark]) => [name, [light, dark] as const]));

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function contrasts(ink: string, ground: string): number[] {
  return [0, 1].map((scheme) => contrast(colours.get(ink)?.[scheme] ?? '', colours.get(ground)?.[scheme] ?? ''));
}

const TINTS = ['sent', 'received'].flatMap((way) =>
  ['text', 'muted', way].map((ink): [string, string] => [ink, `${way}-bg`]),
);

test.each([...READ_ON_ALL, ...CHIPS, ...TINTS, ['on-accent', 'accent'], ['text', 'differs'], ['text', 'mark']])(
  '%s can be read on %s',
  (ink, ground) => {
    expect(Math.min(...contrasts(ink, ground))).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(['canvas', 'surface'])('the edge of a field can be seen on %s', (ground) => {
  expect(Math.min(...contrasts('border-strong', ground))).toBeGreaterThanOrEqual(3);
});
