// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Settings from './settings';
import { density, singleKeys, theme } from '../browser/settings';

// The server's page names them.
vi.mock(import('../browser/language'), async (original) => ({ ...(await original()), LANGUAGES: ['de', 'en'] }));

beforeEach(() => {
  render(<Settings />, document.body);
});

afterEach(() => {
  render(null, document.body);
  [theme.value, density.value, singleKeys.value] = ['system', 'normal', 'on'];
});

function group(legend: string): HTMLFieldSetElement {
  const found = [...document.querySelectorAll('fieldset')].find(
    (fieldset) => fieldset.querySelector('legend')?.textContent === legend,
  );
  if (!found) throw new Error(legend);
  return found;
}

async function choose(legend: string, text: string): Promise<void> {
  const label = [...group(legend).querySelectorAll('label')].find(({ textContent }) => textContent.startsWith(text));
  await act(() => label?.querySelector('input')?.click());
}

test('a choice is taken at once, and one of its group alone', async () => {
  await choose('Theme', 'Dark');
  expect(theme.value).toBe('dark');
  await choose('Density', 'Compact');
  expect(density.value).toBe('compact');
  expect(group('Theme').querySelectorAll('input:checked')).toHaveLength(1);
});

test('single letters are turned off here, where a person finds them', async () => {
  await choose('Single-letter keys', 'Off');
  expect(singleKeys.value).toBe('off');
});

test('each language stands under its own name, and says which it is', () => {
  expect([...group('Language').querySelectorAll('span')].map(({ lang, textContent }) => [lang, textContent])).toEqual([
    ['de', 'Deutsch'],
    ['en', 'English'],
  ]);
});
