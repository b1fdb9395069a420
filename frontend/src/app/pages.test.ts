// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { pageAt, PAGES } from './pages';

test.each([
  ['/', 'rail.sockets'],
  ['/sockets', 'rail.sockets'],
  ['/sockets/s-1/traffic', 'rail.sockets'],
  ['/names/getaddrinfo', 'rail.names'],
  ['/reference/errno/EPIPE', 'rail.reference'],
  ['/settings', 'rail.settings'],
])('%s is a place of %s', (path, name) => {
  expect(pageAt(path)?.name).toBe(name);
});

test.each(['/nowhere', '/swagger-ui.html', '/traffic/more', '/socketsmore'])('%s is no place of the page', (path) => {
  expect(pageAt(path)).toBeUndefined();
});

test('no two pages have the same key', () => {
  const keys = PAGES.flatMap(({ key }) => key ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});
