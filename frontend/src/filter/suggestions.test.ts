import { expect, test } from 'vitest';
import { completed, suggestions } from './suggestions';

const fields = [
  { name: 'state', example: 'state:listen', help: 'the state', values: ['listening', 'connected'] },
  { name: 'label', example: 'label:echo', help: 'a part of the label', values: ['echo client'] },
];

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
