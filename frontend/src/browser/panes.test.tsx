// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { focusFilter } from './panes';

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
