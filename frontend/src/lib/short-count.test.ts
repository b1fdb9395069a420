import { expect, test } from 'vitest';
import { shortCount } from './short-count';

test('a count has the room of four characters', () => {
  expect([0, 999, 9_640, 19_266, 1_234_567].map(shortCount)).toEqual(['0', '999', '9.6k', '19k', '1.2M']);
});
