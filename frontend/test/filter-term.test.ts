import { expect, test } from 'vitest';
import { completed, suggestions } from '../src/filter/suggestions';
import { hasTerm, toggled, wordAt } from '../src/filter/term';

const fields = [
  { name: 'state', example: 'state:listen', help: 'the state', values: ['listening', 'connected'] },
  { name: 'label', example: 'label:echo', help: 'a part of the label', values: ['echo client'] },
];

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

test('fields are offered, then the values that they have now', () => {
  expect(suggestions('st', 2, fields).map(({ text }) => text)).toEqual(['state:']);
  expect(suggestions('x state:l', 9, fields).map(({ text }) => text)).toEqual(['state:listening']);
  expect(suggestions('label:', 6, fields).map(({ text }) => text)).toEqual(['label:"echo client"']);
});

test('what is picked takes the place of the word', () => {
  expect(completed('-sta port:7', 4, { text: 'state:', help: '' })).toEqual({ text: '-state:port:7', caret: 7 });
  expect(completed('state:l', 7, { text: 'state:listening', help: '' })).toEqual({
    text: 'state:listening ',
    caret: 16,
  });
});
