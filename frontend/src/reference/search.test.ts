import { expect, test } from 'vitest';
import { hexadecimal, search } from './search';

const constant = (name: string, value: number, summary = '') => ({ name, value, group: '', summary });
const all = [
  constant('IP_TTL', 2),
  constant('AF_INET', 2, 'Internet Protocol'),
  constant('SO_BROADCAST', 6),
  constant('EAI_NONAME', -2),
];
const names = (text: string) => search(all, text).map(({ name }) => name);

test('a constant is found by part of its name, its value or its meaning', () => {
  expect(names('inet')).toEqual(['AF_INET']);
  expect(names('0x6')).toEqual(['SO_BROADCAST']);
  expect(names('-2')).toEqual(['EAI_NONAME']);
  expect(names('protocol')).toEqual(['AF_INET']);
  expect(names('')).toHaveLength(4);
  expect(names('no such')).toEqual([]);
});

test('names that begin with what is searched for come first', () => {
  expect(search([constant('CAIF_X', 1), constant('AIF', 1)], 'aif').map(({ name }) => name)).toEqual(['AIF', 'CAIF_X']);
});

test('a negative number keeps its sign in hexadecimal', () => {
  expect(hexadecimal(-2)).toBe('-0x2');
});
