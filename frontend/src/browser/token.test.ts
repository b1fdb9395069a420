// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { storedToken, storeToken, takeTokenFromAddress, tokenIn } from './token';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/?filter=x');
});

test.each([
  ['abc', 'abc'],
  ['  abc\n', 'abc'],
  ['http://127.0.0.1:8080/#token=abc', 'abc'],
  ['Open http://127.0.0.1:8080/#token=a%2Bb in a browser', 'a+b'],
  ['#token=100%', '100%'],
])('in %j the token is %s', (pasted, token) => {
  expect(tokenIn(pasted)).toBe(token);
});

test('the token is taken out of the address and the rest stays', () => {
  location.hash = '#token=abc';
  expect(takeTokenFromAddress()).toBe('abc');
  expect(location.hash).toBe('');
  expect(location.search).toBe('?filter=x');
});

test('another fragment is left alone', () => {
  location.hash = '#main';
  expect(takeTokenFromAddress()).toBeNull();
  expect(location.hash).toBe('#main');
});

test('a token is kept until it is dropped', () => {
  storeToken('abc');
  expect(storedToken()).toBe('abc');
  storeToken(null);
  expect(storedToken()).toBeNull();
});
