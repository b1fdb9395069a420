// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { MOST_IN_MEMORY, openSink } from './sink';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a browser that writes no files keeps so much, and downloads it under the name', async () => {
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(this.download);
  });
  const sink = await openSink('s-1.bin');
  expect(sink?.most).toBe(MOST_IN_MEMORY);
  await sink?.put(new Uint8Array([1, 2]));
  await sink?.close();
  expect(clicked).toEqual(['s-1.bin']);
});

test('who chooses no file saves nothing', async () => {
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('', 'AbortError')));
  expect(await openSink('s-1.bin')).toBeNull();
});
