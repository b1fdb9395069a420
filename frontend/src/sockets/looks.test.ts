import { expect, test } from 'vitest';
import { socket } from '../testing/sample';
import { endsText } from './looks';

test.each([
  [{}, 'TCP not bound'],
  [{ responder: 'echo', replies: 0 }, 'TCP not bound · echoes'],
  [{ responder: 'echo', replies: 1 }, 'TCP not bound · echoes, 1 reply'],
  [{ responder: 'rules', replies: 1234 }, 'TCP not bound · answers by rules, 1,234 replies'],
] as const)('of %o the row says %s', (members, text) => {
  expect(endsText(socket('s-1', members))).toBe(text);
});
