// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { failing, feedState, now, updatedAt } from './age';
import { signIn, token } from '../browser/session';

beforeEach(() => {
  sessionStorage.clear();
  signIn('abc');
  now.value = 0;
  updatedAt.value = null;
  failing.value = false;
});

test('without a token the page is locked', () => {
  token.value = null;
  expect(feedState.value).toBe('locked');
});

test('it connects until the first answer, and is live from then on', () => {
  expect(feedState.value).toBe('connecting');
  updatedAt.value = 0;
  expect(feedState.value).toBe('live');
});

test('a failure means reconnecting, and ten seconds of it mean stale', () => {
  updatedAt.value = 0;
  failing.value = true;
  now.value = 9_999;
  expect(feedState.value).toBe('reconnecting');
  now.value = 10_000;
  expect(feedState.value).toBe('stale');
});

test('old data is stale also where nothing failed, as after a sleep', () => {
  updatedAt.value = 0;
  now.value = 3_600_000;
  expect(feedState.value).toBe('stale');
});
