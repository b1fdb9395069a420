// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { focusFilter, keepFocus } from './panes';

afterEach(cleanup);

test.each([
  ['', 'sockets'],
  ['list', 'sockets'],
  ['grid', 'traffic'],
  ['bytes', 'traffic'],
  ['aside', 'sockets'],
])('with the focus in “%s” the filter is that of %s', (focused, filter) => {
  render(
    <>
      <div data-pane>
        <input data-filter id="sockets" />
        <button id="list" />
      </div>
      <div data-pane>
        <input data-filter id="traffic" />
        <button id="grid" />
        <section data-pane>
          <button id="bytes" />
        </section>
      </div>
      <button id="aside" />
    </>,
  );
  document.getElementById(focused)?.focus();
  focusFilter();
  expect(document.activeElement?.id).toBe(filter);
});

test('without a focus the filter is that of what the page is about, and never one out of sight', () => {
  render(
    <main>
      <div data-pane>
        <input data-filter id="sockets" />
      </div>
      <div data-pane>
        <h1>s-1</h1>
        <input type="search" id="hidden" />
        <input type="search" id="options" />
      </div>
    </main>,
  );
  vi.spyOn(document.getElementById('hidden') as HTMLElement, 'getClientRects').mockReturnValue([] as never);
  focusFilter();
  expect(document.activeElement?.id).toBe('options');
});

test('what had the focus and goes leaves it to its pane, and what is in none to the main part', async () => {
  const end = keepFocus();
  const page = (gone: boolean) => (
    <>
      {!gone && <button id="banner" />}
      <main id="main" data-pane tabIndex={-1}>
        <section data-pane id="pane" tabIndex={-1}>
          {!gone && <button id="cancel" />}
        </section>
      </main>
    </>
  );
  for (const [focused, then] of [
    ['cancel', 'pane'],
    ['banner', 'main'],
  ] as const) {
    const { rerender, unmount } = render(page(false));
    document.getElementById(focused)?.focus();
    rerender(page(true));
    await vi.waitFor(() => {
      expect(document.activeElement?.id).toBe(then);
    });
    unmount();
  }
  end();
});

test('a dialog that goes gives the focus back by itself', async () => {
  const end = keepFocus();
  const { rerender } = render(
    <main id="main" data-pane tabIndex={-1}>
      <dialog open>
        <input id="query" />
      </dialog>
    </main>,
  );
  document.getElementById('query')?.focus();
  rerender(<main id="main" data-pane tabIndex={-1} />);
  await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(document.body);
  end();
});
