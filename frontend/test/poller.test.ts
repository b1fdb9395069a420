// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Poller, retryDelay } from '../src/live/poller';

let hidden = false;
const work = vi.fn<(signal: AbortSignal) => Promise<void>>();
const failed = vi.fn();
let poller: Poller;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  hidden = false;
  work.mockReset().mockResolvedValue();
  failed.mockReset();
  poller = new Poller(work, failed);
  poller.start();
});

afterEach(() => {
  poller.stop();
  vi.useRealTimers();
});

function show(visible: boolean): void {
  hidden = !visible;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('it asks at once and then once a second', async () => {
  await vi.advanceTimersByTimeAsync(3_000);
  expect(work).toHaveBeenCalledTimes(4);
});

test('it asks nothing in a hidden tab, and at once when it is shown', async () => {
  await vi.advanceTimersByTimeAsync(0);
  show(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(1);
  show(true);
  expect(work).toHaveBeenCalledTimes(2);
});

test('it never asks twice at a time, and gives up the one in flight without calling it a failure', async () => {
  work.mockImplementation((signal) => new Promise((_, reject) => {
    signal.addEventListener('abort', () => { reject(new Error('aborted')); });
  }));
  poller.wake();
  poller.wake();
  const signals = work.mock.calls.map(([signal]) => signal);
  expect(signals.filter((signal) => !signal.aborted)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(failed).not.toHaveBeenCalled();
});

test('a failure is told and tried again sooner than the next turn', async () => {
  work.mockRejectedValueOnce(new Error('refused'));
  poller.wake();
  await vi.advanceTimersByTimeAsync(500);
  expect(failed).toHaveBeenCalledOnce();
  expect(work).toHaveBeenCalledTimes(3);
});

test('it is silent once stopped', async () => {
  await vi.advanceTimersByTimeAsync(0);
  poller.stop();
  show(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(1);
});

test.each([
  [1, 500],
  [2, 1_000],
  [5, 8_000],
  [6, 10_000],
  [60, 10_000],
])('after %d failures it waits %d ms at most', (failures, longest) => {
  expect(retryDelay(failures, () => 1)).toBe(longest);
  expect(retryDelay(failures, () => 0)).toBe(longest * 0.75);
});
