// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { OperationCard, percent } from './operation-card';

const waiting = {
  id: 'op-1',
  socket_id: 's-1',
  call: 'recv',
  started_at: '2026-11-22T12:00:00Z',
  timeout: null,
  progress: 0,
  total: null,
};

afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

test('a part is rounded down: all is all', () => {
  expect(percent(3_407_872, 8_388_608)).toBe('40 %');
  expect(percent(8_388_607, 8_388_608)).toBe('99 %');
});

test('the seconds of a time-out stay as typed while the clock goes on', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:01Z') });
  await act(() => {
    render(<OperationCard waiting={waiting} />, document.body);
  });
  await act(() => {
    document.querySelector<HTMLElement>('[aria-expanded]')?.click();
  });
  const seconds = document.querySelector<HTMLInputElement>('[name=seconds]');
  if (seconds) seconds.value = '42';
  await act(() => {
    vi.advanceTimersByTime(2_000);
  });
  await act(() => {
    render(<OperationCard waiting={{ ...waiting, progress: 1 }} />, document.body);
  });
  expect(document.querySelector('.timer')?.textContent).toBe('00:03');
  expect(seconds?.value).toBe('42');
});
