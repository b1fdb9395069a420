// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveCapture, saveRecording } from './export';

const asked = vi.fn<(url: string) => void>();
const saved: string[] = [];

/** An answer that the page does not read itself. */
function kept(): Response {
  return Object.assign(new Response('x'), {
    arrayBuffer: () => Promise.reject(new Error('is whole in memory')),
    blob: () => Promise.resolve(new Blob(['x'])),
  });
}

beforeEach(() => {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
vi.stubGlobal('fetch', (url: string) => {
  asked(url);
  return Promise.resolve(kept());
});

afterEach(() => {
  vi.restoreAllMocks();
  asked.mockReset();
  saved.length = 0;
});

test('a capture and a recording stay with the browser, however long they are', async () => {
  await saveRecording('r-1');
  await saveCapture('s-1', wishes());
  expect(saved).toEqual(['r-1.pcapng', 's-1.pcapng']);
});

test('a capture of a time has its ends', async () => {
  await saveCapture(null, wishes(), 'txt', { from: '2026-11-22T12:00:00Z' });
  expect(asked).toHaveBeenCalledWith('/api/v1/traffic.txt?from=2026-11-22T12%3A00%3A00Z');
});

function wishes() {
  return { direction: null, preview: 'text', chosen: null, only: false, a: null } as const;
}
