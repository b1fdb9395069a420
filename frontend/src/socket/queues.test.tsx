// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Queues } from './queues';
import { forgetTables } from '../browser/tables';
import { socket } from '../testing/sample';

const READINGS: Record<string, Response> = {};

beforeEach(() => {
  forgetTables();
  vi.stubGlobal('fetch', (url: string) => {
    const asked = /request=(\w+)/.exec(url)?.[1];
    return Promise.resolve(asked ? READINGS[asked] : Response.json({ items: [{ name: 'ioctl' }] }));
  });
});

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

test('the queues are read when they are asked for, and a refusal is told beside the others', async () => {
  READINGS.FIONREAD = Response.json({ value: 1_234 });
  READINGS.SIOCOUTQ = Response.json({ kind: 'socket-error', symbol: 'EINVAL', detail: '' }, { status: 409 });
  render(<Queues socket={socket('s-1', { proto: 'IPPROTO_UDP' })} />, document.body);
  const button = await vi.waitFor(() => document.querySelector('button') ?? Promise.reject(new Error('not yet')));
  expect(document.querySelector('dl')).toBeNull();
  await act(() => {
    button.click();
  });
  await vi.waitFor(() => {
    expect([...document.querySelectorAll('dd')].map((dd) => dd.textContent)).toEqual(['1,234 bytes', '✕ EINVAL']);
  });
});
