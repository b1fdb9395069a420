import { expect, test } from 'vitest';
import { leftText } from './left';

test.each([
  [{ unread: 0, unaccepted: null }, ''],
  [{ unread: 312, unaccepted: null }, '312 B unread'],
  [{ unread: null, unaccepted: 1 }, '1 waits to be accepted'],
  [{ unread: null, unaccepted: 3 }, '3 wait to be accepted'],
])('what waits in the kernel is told: %o', (socket, text) => {
  expect(leftText(socket)).toBe(text);
});
