// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callOf } from '../call/make';
import { repeat, repeats, stopRepeat } from './repeating';
import { notice } from '../ui/notices';

const call = callOf('send', 's-1', { data: 'YQ==' });
const fetched = vi.fn(() => Promise.resolve(Response.json({ sent: 1 })));

beforeEach(() => {
  vi.useFakeTimers();
  fetched.mockClear();
  vi.stubGlobal('fetch', fetched);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  repeats.value = [];
});

test('it is sent at once, and again each so many seconds, so many times', async () => {
  repeat(call, 2, 3);
  await vi.advanceTimersByTimeAsync(1_900);
  expect(fetched).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(fetched).toHaveBeenCalledTimes(3);
  expect(repeats.value).toEqual([]);
});

test('it ends when it is stopped', async () => {
  repeat(call, 1, 9);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(repeats.value[0]).toMatchObject({ done: 2, times: 9 });
  stopRepeat(repeats.value[0]?.id ?? 0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(fetched).toHaveBeenCalledTimes(2);
});

test('a failure ends it, and is told', async () => {
  fetched.mockResolvedValueOnce(Response.json({ kind: 'socket-error', symbol: 'EPIPE', detail: '' }, { status: 409 }));
  repeat(call, 1, 9);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(notice.value).toBe('send failed — EPIPE');
});
