// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { placed, Rows, type Place } from './rows';

const HEIGHT = 20;
const SIGHT = 200;

/** A browser that lays nothing out says that all boxes are empty. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(SIGHT);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(SIGHT);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const drawn = (place: Place) => (
  <div {...placed(place)} role="option" aria-selected={place.isAt}>
    row {place.index}
  </div>
);

function show(props: Partial<Parameters<typeof Rows>[0]> = {}) {
  const onMove = vi.fn();
  const onChoose = vi.fn();
  const all = { role: 'listbox', name: 'Things', kind: 'things', count: 1_000, height: HEIGHT, at: -1 } as const;
  const view = render(
    <Rows {...all} onMove={onMove} onChoose={onChoose} {...props}>
      {drawn}
    </Rows>,
  );
  return { onMove, onChoose, view, list: screen.getByRole('listbox') };
}

test('of a thousand rows those in sight are drawn, and the one that the keys are at', () => {
  show({ at: 700 });
  expect(screen.getAllByRole('option').length).toBeLessThan(30);
  expect(screen.getByText('row 700')).toBeTruthy();
});

test('the list says by its id which row the keys are at', () => {
  const { list } = show({ at: 3, idOf: (index) => `thing-${index}` });
  expect(list.getAttribute('aria-activedescendant')).toBe('thing-3');
});

test('the first key down goes to the first row, the first up to the last', () => {
  const { list, onMove } = show();
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: 'ArrowUp' });
  expect(onMove.mock.calls).toEqual([[0], [999]]);
});

test('Page Down goes as far as is in sight, less one row', () => {
  const { list, onMove } = show({ at: 0 });
  fireEvent.keyDown(list, { key: 'PageDown' });
  expect(onMove).toHaveBeenCalledWith(SIGHT / HEIGHT - 1);
});

test('Enter and a click choose', () => {
  const { list, onChoose } = show({ at: 4 });
  fireEvent.keyDown(list, { key: 'Enter' });
  fireEvent.click(screen.getByText('row 2'));
  expect(onChoose.mock.calls.map(([index]) => index as number)).toEqual([4, 2]);
});

test('a list asks for its own keys first', () => {
  const onKey = vi.fn(({ key }: KeyboardEvent) => key === 'Home');
  const { list, onMove } = show({ onKey });
  fireEvent.keyDown(list, { key: 'Home' });
  fireEvent.keyDown(list, { key: 'End' });
  expect(onMove.mock.calls).toEqual([[999]]);
});

test('keys that go with Ctrl are those of the browser', () => {
  const { list, onMove } = show();
  fireEvent.keyDown(list, { key: 'End', ctrlKey: true });
  expect(onMove).not.toHaveBeenCalled();
});

test('a scroll upwards ends that the list follows', () => {
  const leave = vi.fn();
  const { list } = show({ follow: { isOn: true, leave } });
  list.scrollTop = 500;
  fireEvent.scroll(list);
  expect(leave).not.toHaveBeenCalled();
  list.scrollTop = 400;
  fireEvent.scroll(list);
  expect(leave).toHaveBeenCalledOnce();
});

test('rows that come above do not move what is read', () => {
  const keys = (first: number) => ({ keyAt: (i: number) => first + i, indexOf: (key: number) => key - first });
  const all = { role: 'listbox', name: 'Things', kind: 'things', height: HEIGHT, at: -1, onMove: vi.fn() } as const;
  const view = render(
    <Rows {...all} count={1_000} {...keys(5)}>
      {drawn}
    </Rows>,
  );
  const list = screen.getByRole('listbox');
  list.scrollTop = 300;
  fireEvent.scroll(list);
  view.rerender(
    <Rows {...all} count={1_005} {...keys(0)}>
      {drawn}
    </Rows>,
  );
  expect(list.scrollTop).toBe(300 + 5 * HEIGHT);
});
