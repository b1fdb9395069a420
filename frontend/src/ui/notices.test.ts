// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { announced, happen, notice, say } from './notices';
import { announcements } from '../browser/settings';

beforeEach(() => {
  vi.useFakeTimers();
  announcements.value = 'summaries';
  announced.value = '';
  vi.advanceTimersByTime(0);
  return () => {
    vi.runAllTimers();
  };
});

test('what is said is shown at once and read out', () => {
  say('Sent 12 bytes');
  vi.advanceTimersByTime(0);
  expect([notice.value, announced.value]).toEqual(['Sent 12 bytes', 'Sent 12 bytes']);
});

test('no more than one message is read out in five seconds, and it sums up', () => {
  happen('opened', 1);
  vi.advanceTimersByTime(0);
  happen('opened', 2);
  happen('opened', 1);
  happen('failed', 1);
  vi.advanceTimersByTime(4_900);
  expect(announced.value).toBe('1 socket opened');
  vi.advanceTimersByTime(100);
  expect(announced.value).toBe('3 sockets opened, 1 call failed');
});

test('announcements that are off leave the status bar', () => {
  announcements.value = 'off';
  say('Sent 1 byte');
  vi.advanceTimersByTime(0);
  expect([notice.value, announced.value]).toEqual(['Sent 1 byte', '']);
});
