// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Calls } from './calls';
import { go, place } from '../browser/router';
import { call } from '../testing/calls';
import { socket } from '../testing/sample';

beforeEach(async () => {
  go('/sockets/s-1/calls');
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: [call(7), call(8), call(9)], total: 3 })));
  render(<Calls socket={socket('s-1')} />, document.body);
  await vi.waitFor(() => {
    expect(list()).not.toBeNull();
  });
});

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

const list = () => document.querySelector('[role=listbox]');

async function press(key: string): Promise<void> {
  await act(() => {
    list()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

test('the first step down chooses the first call, the next the second', async () => {
  await press('ArrowDown');
  expect(place.value.searchParams.get('seq')).toBe('7');
  await press('ArrowDown');
  expect(place.value.searchParams.get('seq')).toBe('8');
});
