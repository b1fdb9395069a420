// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Chunk } from '../live/protocol';
import { ChunkRow, type Layout } from './chunk-row';

afterEach(cleanup);

const place = { id: 'row', index: 4, top: 96, height: 24, isAt: false };
const clock = { mode: 'absolute' as const, first: 0, previous: 0 };
const layout: Layout = { withSocket: false, withPeer: false, preview: 'text', needles: [] };

function chunk(text: string, members: Partial<Chunk> = {}): Chunk {
  return {
    seq: 48,
    time: '2026-11-22T12:00:00.000250Z',
    socket_id: 's-1',
    direction: 'received',
    call: 'recv',
    offset: 0,
    size: text.length,
    flags: '0',
    address: null,
    preview: btoa(text),
    ...members,
  };
}

function show(of: Chunk, changes: Partial<Parameters<typeof ChunkRow>[0]> = {}): HTMLElement {
  render(<ChunkRow place={place} chunk={of} clock={clock} layout={layout} isMatch={false} isA={false} {...changes} />);
  return screen.getByRole('row');
}

test('a row has its direction, its call, its length and what was said', () => {
  const row = show(chunk('hello\r\n'));
  expect(row.textContent).toContain('← Received');
  expect(row.querySelector('.call')?.textContent).toBe('recv');
  expect(row.querySelector('.length')?.textContent).toBe('7');
  expect(row.querySelector('.written')?.textContent).toBe(String.raw`\r\n`);
  expect(row.getAttribute('aria-rowindex')).toBe('6');
});

test('what was looked for is marked where it stands, whatever its case', () => {
  const needles = [{ bytes: new TextEncoder().encode('world'), ignoreCase: true }];
  const row = show(chunk('hello World'), { layout: { ...layout, needles }, isMatch: true });
  expect(row.querySelector('mark')?.textContent).toBe('World');
  expect(row.className).toContain('is-match');
});

test('a message that was cut tells both lengths, and A is said in words', () => {
  const row = show(chunk('hello', { length: 10 }), { isA: true });
  expect(row.querySelector('.length')?.textContent).toBe('5 of 10');
  expect(row.querySelector('abbr')?.title).toBe('Marked as A');
});

test('hostile bytes are text', () => {
  const row = show(chunk('<img src=x>\x1b[2J'));
  expect(row.querySelector('img')).toBeNull();
  expect(row.querySelector('.preview')?.textContent).toBe(String.raw`<img src=x>\x1b[2J`);
});

test('what the server did in a person’s place is marked', () => {
  show(chunk('hello', { by: 'responder' }));
  expect(screen.getByTitle('Made by the responder').textContent).toBe('R');
});
