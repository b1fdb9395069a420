// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Modal } from './modal';

const open = signal(true);

beforeEach(async () => {
  open.value = true;
  await act(() => {
    render(
      <Modal name="Draft" open={open} kind="ask">
        <p>text</p>
      </Modal>,
      document.body,
    );
  });
});

afterEach(() => {
  render(null, document.body);
});

/** The browser gives the click to what holds both the place of the press and that of the release. */
async function press(at: string, click: string): Promise<void> {
  await act(() => {
    document.querySelector(at)?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    document.querySelector<HTMLElement>(click)?.click();
  });
}

test('a click beside the dialog closes it', async () => {
  await press('dialog', 'dialog');
  expect(open.value).toBe(false);
});

test('marking text beyond the edge of the dialog does not', async () => {
  await press('p', 'dialog');
  expect(open.value).toBe(true);
});
