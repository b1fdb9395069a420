import { expect, test } from 'vitest';
import { allHitsIn, hitAfter, hitsIn } from './search';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a hit begins behind the one before', () => {
  expect(hitsIn(bytes('aaa'), { bytes: bytes('aa') }, 9)).toEqual([{ from: 0, to: 1 }]);
  expect(hitsIn(bytes('aXa'), { bytes: bytes('') }, 9)).toEqual([]);
});

test('of letters large and small may be the same', () => {
  expect(hitsIn(bytes('Hello hELLO'), { bytes: bytes('hello'), ignoreCase: true }, 9)).toHaveLength(2);
  expect(hitsIn(bytes('Hello hELLO'), { bytes: bytes('hello') }, 9)).toEqual([]);
});

test('what two needles share is one hit', () => {
  const needles = [{ bytes: bytes('cd') }, { bytes: bytes('bc') }, { bytes: bytes('f') }];
  expect(allHitsIn(bytes('abcdef'), needles, 9)).toEqual([
    { from: 1, to: 3 },
    { from: 5, to: 5 },
  ]);
});

test('there is a next and a previous one, up to the end', () => {
  const hits = hitsIn(bytes('a..a..a'), { bytes: bytes('a') }, 9);
  expect(hitAfter(hits, 0, 1)?.from).toBe(3);
  expect(hitAfter(hits, 6, -1)?.from).toBe(3);
  expect(hitAfter(hits, 6, 1)).toBeUndefined();
  expect(hitAfter(hits, -1, 1)?.from).toBe(0);
});
