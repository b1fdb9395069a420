// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { chunk } from '../testing/sample';
import { chunkItems } from './chunk-menu';
import type { Span } from './export';

const EARLY = '2026-11-22T12:00:00.1Z';
const LATE = '2026-11-22T12:00:00.2Z';

/** What the menu of a chunk has captured, item by item. */
function spans(seq: number, time: string, a: number | null, since: string | null): Span[] {
  const capture = vi.fn<(span: Span) => void>();
  chunkItems({
    chunk: chunk(seq, { time }),
    bytes: () => Promise.resolve(null),
    a,
    since,
    again: vi.fn(),
    search: vi.fn(),
    capture,
  })
    .filter(({ name }) => name.includes('pcapng'))
    .forEach(({ run }) => {
      run();
    });
  return capture.mock.calls.map(([span]) => span);
}

test('a capture begins at a chunk', () => {
  expect(spans(2, EARLY, null, null)).toEqual([{ from: EARLY }]);
});

test('a capture is of what passed between A and a chunk, whichever was first', () => {
  const between = { from: EARLY, to: LATE };
  expect(spans(2, LATE, 1, EARLY)).toEqual([{ from: LATE }, between]);
  expect(spans(1, EARLY, 2, LATE)).toEqual([{ from: EARLY }, between]);
});

test('of A itself, and where it is not shown, there is nothing between', () => {
  expect(spans(1, EARLY, 1, EARLY)).toHaveLength(1);
  expect(spans(2, LATE, 1, null)).toHaveLength(1);
});
