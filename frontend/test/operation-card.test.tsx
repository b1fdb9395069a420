// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { cancelledText } from '../src/call/cancelled';
import { OperationCard, percent } from '../src/call/operation-card';
import { elapsed } from '../src/lib/elapsed';
import { begunAt, nameOf, waitFor } from '../src/call/waiting-call';

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

test('time that passes is shown as a clock', () => {
  expect(elapsed(12_999)).toBe('00:12');
  expect(elapsed(100_000)).toBe('01:40');
  expect(elapsed(3_723_000)).toBe('1:02:03');
  expect(elapsed(-500)).toBe('00:00');
});

test('a cancel says what it did', () => {
  expect(cancelledText({ call: 'recv', progress: 0, total: null })).toBe(
    'Cancelled. Nothing was received. The socket is still open.',
  );
  expect(cancelledText({ call: 'sendall', progress: 3_407_872, total: 8_388_608 })).toBe(
    'Cancelled after sending 3,407,872 of 8,388,608 bytes. The socket is still open.',
  );
});

test('a part is rounded down: all is all', () => {
  expect(percent(3_407_872, 8_388_608)).toBe('40 %');
  expect(percent(8_388_607, 8_388_608)).toBe('99 %');
});

test('a request that the server ended without consuming anything is made again, as one wait', async () => {
  const answers = [
    { status: 504, body: { kind: 'timeout', detail: '', retry: true } },
    { status: 200, body: { size: 1 } },
  ];
  const fetched = vi.fn(() => {
    const { status, body } = answers[fetched.mock.calls.length - 1] ?? { status: 500, body: {} };
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  vi.stubGlobal('fetch', fetched);
  const name = nameOf('s-1', 'recv');
  const answer = waitFor('POST', '/sockets/s-1/recv', { name });
  expect(begunAt(name)).toBeDefined();
  expect(await answer).toMatchObject({ ok: true, value: { size: 1 } });
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(begunAt(name)).toBeUndefined();
  vi.unstubAllGlobals();
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
