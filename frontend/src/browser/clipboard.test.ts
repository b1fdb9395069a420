// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from './clipboard';

afterEach(() => {
  vi.unstubAllGlobals();
});

function withClipboard(clipboard: unknown): void {
  vi.stubGlobal('navigator', { clipboard });
}

function withSelectionCopy(copied: boolean) {
  const seen: string[] = [];
  Object.assign(document, {
    execCommand: () => {
      seen.push(document.querySelector('textarea')?.value ?? '');
      return copied;
    },
  });
  return seen;
}

test('the clipboard is written where there is one', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  withClipboard({ writeText });
  expect(await copyText('text')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('text');
});

test.each([undefined, { writeText: () => Promise.reject(new Error('denied')) }])(
  'without a usable clipboard the selection is copied',
  async (clipboard) => {
    withClipboard(clipboard);
    const seen = withSelectionCopy(true);
    expect(await copyText('text')).toBe(true);
    expect(seen).toEqual(['text']);
    expect(document.querySelector('textarea')).toBeNull();
  },
);

test('a refusal is told', async () => {
  withClipboard(undefined);
  withSelectionCopy(false);
  expect(await copyText('text')).toBe(false);
});

test('the copy comes out of the open dialog', async () => {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  document.body.append(dialog);
  const inside: boolean[] = [];
  withClipboard(undefined);
  Object.assign(document, { execCommand: () => inside.push(dialog.querySelector('textarea') !== null) > 0 });
  await copyText('text');
  expect(inside).toEqual([true]);
  dialog.remove();
});
