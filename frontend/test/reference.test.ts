import { expect, test } from 'vitest';
import { base64Of, bytesOf, hexWord, numberOf } from '../src/reference/number';
import { hexadecimal, search } from '../src/reference/search';

test.each([
  ['0x1234', 0x1234],
  [' 4660 ', 4660],
  ['127.0.0.1', 0x7f000001],
  ['0xFFFFFFFF', 0xffffffff],
  ['4294967296', null],
  ['256.0.0.1', null],
  ['0x', null],
  ['-1', null],
  ['', null],
])('%s is the number %s', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

test('bytes are in the order of the network', () => {
  expect(bytesOf(0x1234, 2)).toEqual([0x12, 0x34]);
  expect(bytesOf(0xff000001, 4)).toEqual([255, 0, 0, 1]);
  expect(hexWord(0x1234, 4)).toBe('0x00001234');
  expect(base64Of([127, 0, 0, 1])).toBe('fwAAAQ==');
});

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
