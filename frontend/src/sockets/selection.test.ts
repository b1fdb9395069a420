// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { clearSelection, selected, toggle, unselect } from './selection';

test('what is closed is selected no more, the others are', () => {
  clearSelection();
  for (const id of ['s-1', 's-2', 's-3']) toggle(id);
  unselect(['s-1', 's-3', 's-9']);
  expect([...selected.value]).toEqual(['s-2']);
});
