// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import ApiPage from './api-page';
import { theme } from '../browser/settings';

/** Out of the document, where nothing is loaded. */
const root = document.createElement('div');

afterEach(() => {
  render(null, root);
  theme.value = 'system';
  vi.restoreAllMocks();
});

/** What stands in the frame. */
function framed(page: Document): void {
  vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(page);
}

function openPage(): Promise<void> {
  return act(() => {
    render(<ApiPage />, root);
  });
}

test('the frame is told a theme at once, and its change', async () => {
  const page = document.implementation.createHTMLDocument();
  framed(page);
  theme.value = 'dark';
  await openPage();
  expect(page.documentElement.className).toBe('dark-mode');
  await act(() => {
    theme.value = 'light';
  });
  expect(page.documentElement.className).toBe('');
});

test('a document that has no root yet is told nothing, and no failure', async () => {
  const page = document.implementation.createHTMLDocument();
  page.documentElement.remove();
  framed(page);
  await openPage();
  expect(root.querySelector('iframe')).not.toBeNull();
});
