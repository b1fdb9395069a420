import { expect, test } from 'vitest';
import { toBase64 } from '../lib/bytes';
import { argument, literal, written } from './python';

const data = (text: string) => toBase64(new TextEncoder().encode(text));

test('a string is escaped as Python reads it', () => {
  expect(literal("/tmp/it's\n\\")).toBe(String.raw`'/tmp/it\'s\x0a\\'`);
  expect(literal('\u202e\u{e0001}')).toBe(String.raw`'\u202e\U000e0001'`);
  expect([literal(null), literal(true), literal(1.5)]).toEqual(['None', 'True', '1.5']);
});

test('an address is a tuple, a path a string', () => {
  expect(argument('address', { family: 'AF_INET', host: '::1', port: 7 })).toBe("('::1', 7)");
  expect(argument('address', { family: 'AF_UNIX', path: "it's" })).toBe(String.raw`'it\'s'`);
  expect(argument('address', { family: 'AF_UNSPEC' })).toBe('AF_UNSPEC');
});

test('a program names the module of each constant and has all of the bytes', () => {
  const given = [
    ['bytes', data('a'.repeat(40))],
    ['flags', 'MSG_OOB|MSG_MORE'],
  ] as const;
  expect(written('send', given)).toBe(`send(b'${'a'.repeat(32)}'…, MSG_OOB | MSG_MORE)`);
  expect(written('send', given, 'socket.')).toBe(`send(b'${'a'.repeat(40)}', socket.MSG_OOB | socket.MSG_MORE)`);
});

test('text that becomes bytes has none but those that Python takes there', () => {
  expect(argument('text', 'é')).toBe(String.raw`b'\xc3\xa9'`);
});
