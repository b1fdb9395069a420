// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { load, notLoaded } from './load';

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

afterEach(() => {
  notLoaded.value = null;
  vi.unstubAllGlobals();
});

test('what loads is given', async () => {
  expect(await load(() => Promise.resolve('a part'))).toBe('a part');
  expect(notLoaded.value).toBeNull();
});

test('a part that a server does not have is of an older one', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()));
  expect(await load(gone)).toBeNull();
  expect(notLoaded.value).toBe('outdated');
});

test('a server that is silent is not called another one', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError()));
  await load(gone);
  expect(notLoaded.value).toBe('unreachable');
});

test('what loads later takes the complaint back', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()));
  await load(gone);
  await load(() => Promise.resolve('a part'));
  expect(notLoaded.value).toBeNull();
});

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('whatever loads later is told of where it does not come', () => {
  const later = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/.*(?<!typeof )import\('.*/g)].map(([line]) => `${file}: ${line.trim()}`),
  );
  expect(later.length).toBeGreaterThan(5);
  expect(later.filter((line) => !/load(\(|: )\(\) => import\(/.test(line))).toEqual([]);
});
