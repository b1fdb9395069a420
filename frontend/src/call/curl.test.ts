import { expect, test } from 'vitest';
import { openSocketCommand } from './curl';

test('without a token the shell puts in its variable', () => {
  expect(openSocketCommand('http://localhost:8080')).toContain('-H "Authorization: Bearer $TOKEN"');
});

test('a token is quoted for the shell', () => {
  expect(openSocketCommand('http://localhost:8080', "a'$b")).toContain(String.raw`-H 'Authorization: Bearer a'\''$b'`);
});
