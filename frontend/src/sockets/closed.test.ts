import { expect, test } from 'vitest';
import { clearClosed, cleared } from './closed';
import { showSockets } from '../live/sockets';
import { socket } from '../testing/sample';

test('no more of the cleared ones are kept than the server remembers', () => {
  for (let time = 0; time < 3; time++) {
    const ids = Array.from({ length: 700 }, (_, index) => `s-${time * 700 + index}`);
    showSockets({ sockets: ids.map((id) => socket(id, { state: 'CLOSED' })), waiting: [], total: 0 });
    clearClosed();
  }
  expect(cleared.peek().size).toBe(1_000);
  expect(cleared.peek().has('s-2099')).toBe(true);
});
