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

test('a link in it leads to a tab beside', async () => {
  const link = document.createElement('a');
  link.href = '/reference';
  document.querySelector('dialog p')?.append(link);
  await act(() => {
    link.addEventListener('click', (event) => {
      event.preventDefault();
    });
    link.click();
  });
  expect(link.target).toBe('_blank');
  expect(open.value).toBe(true);
});

test('it has an entry of its own in the history', () => {
  expect(history.state).toEqual({ dialogs: 1 });
});

test('Esc leaves a field of it first', async () => {
  const field = document.createElement('input');
  document.querySelector('dialog p')?.append(field);
  field.focus();
  const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  await act(() => {
    field.dispatchEvent(event);
  });
  expect(event.defaultPrevented).toBe(true);
  expect(document.activeElement).toBe(document.querySelector('dialog'));
});
