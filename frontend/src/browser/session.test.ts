// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { refuse, refused, restoreSession, signIn, token } from './session';

beforeEach(() => {
  sessionStorage.clear();
  signIn('abc');
});

test('a refused token is dropped and not found again', () => {
  refuse();
  restoreSession();
  expect(token.value).toBeNull();
  expect(refused.value).toBe(true);
});

test('a token in the address wins over a kept one', () => {
  location.hash = '#token=new';
  restoreSession();
  expect(token.value).toBe('new');
});
