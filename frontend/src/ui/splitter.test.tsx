// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { MasterDetail } from './splitter';

const WIDTH = 1_000;

async function show(detail: string | null): Promise<void> {
  await act(() => {
    render(<MasterDetail name="sockets" list="list" detail={detail} />, document.body);
  });
  for (const split of document.querySelectorAll('.split')) {
    split.getBoundingClientRect = () => new DOMRect(0, 0, WIDTH, 500);
  }
}

async function press(key: string, shiftKey = false): Promise<void> {
  await act(() => {
    separator()?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
  });
}

const separator = () => document.querySelector('[role=separator]');
const share = () => (Number(separator()?.getAttribute('aria-valuenow')) * WIDTH) / 100;

beforeEach(() => {
  render(null, document.body);
  localStorage.clear();
});

test('a list alone has nothing to move', async () => {
  await show(null);
  expect(separator()).toBeNull();
});

test('the arrows move the edge by 16 pixels, with Shift by 64, Home and End to where a side is narrowest', async () => {
  await show('detail');
  await press('ArrowRight', true);
  expect(share()).toBe(390);
  await press('ArrowLeft');
  expect(share()).toBe(370);
  await press('Home');
  expect(share()).toBe(240);
  await press('End');
  expect(share()).toBe(760);
});

test('the width is kept, and a double click forgets it', async () => {
  await show('detail');
  await press('Home');
  render(null, document.body);
  await show('detail');
  expect(share()).toBe(240);
  await act(() => {
    separator()?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  });
  expect(document.querySelector('.split')?.classList.contains('usual')).toBe(true);
});
