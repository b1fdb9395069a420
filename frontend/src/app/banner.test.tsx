// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Banner } from './banner';
import { load, notLoaded } from '../browser/load';

afterEach(() => {
  render(null, document.body);
  notLoaded.value = null;
  vi.unstubAllGlobals();
});

test('where all is well there is none', () => {
  render(<Banner />, document.body);
  expect(document.body.textContent).toBe('');
});

test('a part that does not come is told with what helps, until it has come', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response()));
  render(<Banner />, document.body);
  await act(async () => {
    await load(() => Promise.reject(new Error('gone')));
  });
  expect(document.querySelector('[role=alert]')?.textContent).toContain('This page is of an older server.');
  expect(document.querySelector('[role=alert] button')?.textContent).toBe('Reload');
  await act(async () => {
    await load(() => Promise.resolve('there'));
  });
  expect(document.querySelector('[role=alert]')).toBeNull();
});
