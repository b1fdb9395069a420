// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { FindIn } from './find-in';

afterEach(cleanup);

test('the popover gives the focus to the field for what is found, however it opens', () => {
  const panel = createRef<HTMLDivElement>();
  const nothing = vi.fn();
  render(
    <FindIn
      panel={panel}
      size={4}
      text=""
      hits={[]}
      selected={null}
      onType={nothing}
      onGo={nothing}
      onGoTo={nothing}
    />,
  );
  // The browser's part: the first that has it takes the focus when the popover is shown.
  expect(panel.current?.querySelector('[autofocus]')).toBe(screen.getByRole('searchbox', { hidden: true }));
});
