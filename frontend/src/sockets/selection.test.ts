// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { changeSockets } from '../live/sockets';
import { socket } from '../testing/sample';
import { active } from './focus';
import { press } from './keys';
import { clearSelection, selected, toggle, unselect } from './selection';
import { lines, startView } from './view';

test('what is closed is selected no more, the others are', () => {
  clearSelection();
  for (const id of ['s-1', 's-2', 's-3']) toggle(id);
  unselect(['s-1', 's-3', 's-9']);
  expect([...selected.value]).toEqual(['s-2']);
});

test('Shift selects as the keys move, there and back, beside what was selected; Ctrl A all', () => {
  clearSelection();
  const stop = startView();
  changeSockets({ sockets: ['s-1', 's-2', 's-3', 's-4', 's-5'].map((id) => socket(id)), total: 5 });
  const ids = lines.value.flatMap((line) => ('row' in line ? [line.row.id] : []));
  const [first, second, third, , last] = ids;
  const hands = {
    page: () => 2,
    moveTo: (index: number) => (active.value = ids[index] ?? null),
    reveal: () => undefined,
    focus: () => undefined,
  };
  const key = (init: KeyboardEventInit) => press(new KeyboardEvent('keydown', init), hands);
  toggle(last ?? '');
  active.value = first ?? null;
  key({ key: 'ArrowDown', shiftKey: true });
  key({ key: 'ArrowDown', shiftKey: true });
  expect([...selected.value].toSorted()).toEqual([first, second, third, last].toSorted());
  key({ key: 'ArrowUp', shiftKey: true });
  expect([...selected.value].toSorted()).toEqual([first, second, last].toSorted());
  expect(key({ key: 'a', ctrlKey: true })).toBe(true);
  expect(selected.value.size).toBe(5);
  stop();
});
