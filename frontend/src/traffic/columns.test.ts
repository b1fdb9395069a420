import { describe, expect, it } from 'vitest';
import { micros, previewOf, timeText, type Preview } from './columns';
import { clockTime } from '../lib/clock';
import { chunk } from '../testing/sample';
import type { Chunk } from '../live/protocol';

function previewText(of: Chunk, mode: Preview): string {
  return previewOf(of, mode, [])
    .map(({ text }) => text)
    .join('');
}

describe('a row', () => {
  it('tells times to the microsecond', () => {
    const clock = { first: micros('2026-11-22T11:59:59.5Z'), previous: micros('2026-11-22T12:00:00.000100Z') };
    expect(timeText(chunk(1), { mode: 'relative', ...clock })).toBe('+0.500250');
    expect(timeText(chunk(1), { mode: 'delta', ...clock })).toBe('+0.000150');
    expect(clockTime('2026-11-22T12:00:01.204999Z')).toMatch(/^\d\d:00:01\.204$/);
    expect(micros('2026-11-22T12:00:00Z')).toBe(micros('2026-11-22T12:00:00.000001Z') - 1);
  });

  it.each([
    ['hello\r\n\t', String.raw`hello\r\n\t`],
    ['é€', 'é€'],
    ['\x1b[31m', String.raw`\x1b[31m`],
    ['\u202eabc', String.raw`\u202eabc`],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('previews %j', (text, expected) => {
    const bytes = new TextEncoder().encode(text);
    expect(previewText(chunk(1, { preview: btoa(String.fromCharCode(...bytes)), size: bytes.length }), 'text')).toBe(
      expected,
    );
  });

  it('previews what is no text byte by byte, and says that there is more', () => {
    expect(previewText(chunk(1, { preview: btoa('a\xff'), size: 2 }), 'text')).toBe(String.raw`a\xff`);
    expect(previewText(chunk(1, { preview: btoa('ab'), size: 99 }), 'hex')).toBe('61 62 …');
  });
});
