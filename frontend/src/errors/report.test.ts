import { expect, test } from 'vitest';
import { clue } from './report';

test('how long it took is a clue', () => {
  const refused = { kind: 'socket-error' as const, symbol: 'ECONNREFUSED', detail: '' };
  expect(clue({ ...refused, elapsed: 0.001 })).toContain('at once');
  expect(clue({ ...refused, elapsed: 3 })).toContain('late');
  expect(clue({ kind: 'timeout', call: 'connect', elapsed: 5, detail: '' })).toContain('No answer');
  expect(clue({ kind: 'timeout', call: 'recv', elapsed: 5, detail: '' })).toBe('');
});
