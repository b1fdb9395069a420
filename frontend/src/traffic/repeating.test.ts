// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fromBase64 } from '../lib/bytes';
import { notice } from '../ui/notices';
import { chunk } from '../testing/sample';
import { repeat, repeats, stopRepeat } from './repeating';

const message = { chunk: chunk(7), bytes: fromBase64('aGk=') };
let status = 200;
const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify({ sent: 2, detail: 'broken' }), { status })));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched);
  status = 200;
  fetched.mockClear();
});

afterEach(() => {
  repeats.value = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('bytes are sent so often, so many seconds apart', async () => {
  repeat(message, 's-2', 2, 3);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(repeats.value[0]).toMatchObject({ socketId: 's-2', done: 1, times: 3 });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(fetched).toHaveBeenCalledTimes(3);
  expect(repeats.value).toEqual([]);
});

test('nothing is sent after it was cancelled', async () => {
  repeat(message, 's-2', 1, 9);
  await vi.advanceTimersByTimeAsync(1_500);
  stopRepeat(repeats.value[0]?.id ?? 0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(fetched).toHaveBeenCalledTimes(2);
});

test('a failure ends it, and is told', async () => {
  status = 400;
  repeat(message, 's-2', 1, 9);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(repeats.value).toEqual([]);
  expect(notice.value).toContain('s-2');
});
