// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

let router: typeof import('./router');

beforeEach(async () => {
  vi.resetModules();
  history.replaceState(null, '', '/sockets?sort=id#token=abc');
  router = await import('./router');
});

test("a place has no fragment: the token in one is nobody else's to see", () => {
  expect(router.place.value.pathname + router.place.value.search).toBe('/sockets?sort=id');
  expect(router.place.value.hash).toBe('');
});

test('who goes to where the page is makes no step in the history', () => {
  const before = history.length;
  router.go('/sockets?sort=id');
  expect(history.length).toBe(before);
  router.go('/sockets');
  expect(history.length).toBe(before + 1);
});
