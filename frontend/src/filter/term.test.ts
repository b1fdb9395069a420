import { expect, test } from 'vitest';
import { hasTerm, toggled, wordAt } from './term';

test('a chip adds its term, takes it away, and replaces another value of its field', () => {
  expect(toggled('port:7000', 'state:closed')).toBe('port:7000 state:closed');
  expect(toggled('port:7000 State:Closed', 'state:closed')).toBe('port:7000');
  expect(toggled('state:listening "two words"', 'state:closed')).toBe('"two words" state:closed');
});

test('the text says which chips are pressed', () => {
  expect(hasTerm('type:tcp state:closed', 'type:tcp')).toBe(true);
  expect(hasTerm('-type:tcp', 'type:tcp')).toBe(false);
});

test('the word at the caret has no sign and no bracket', () => {
  expect(wordAt('(-sta', 5)).toEqual({ word: 'sta', from: 2 });
});
