import { describe, expect, it } from 'vitest';
import { hitsIn, type Needle } from '../lib/search';
import { parseNeedle } from './find';
import type { Encoding } from './decode';
import { MOST } from './hits';
import { blocksOf, shown } from './shown';

const utf8 = new TextEncoder();

function needle(typed: string, encoding: Encoding = 'utf-8'): Needle {
  const wanted = parseNeedle(typed, encoding);
  if (!wanted.ok || !wanted.needle) throw new Error(typed);
  return wanted.needle;
}

describe('what is shown', () => {
  const marked = (payload: string | Uint8Array, show: Parameters<typeof shown>[1], from: number, to: number) => {
    const bytes = typeof payload === 'string' ? utf8.encode(payload) : payload;
    const found = shown(bytes, show, 16, [{ from, to }]);
    return found.marks.map((mark) => found.text.slice(mark.from, mark.to));
  };

  it('marks a hit in text and in both columns of each row of a hex dump', () => {
    expect(marked('hello world', 'utf-8', 6, 10)).toEqual(['world']);
    expect(marked('0123456789abcdefgh', 'hex', 14, 17)).toEqual(['65 66', 'ef', '67 68', 'gh']);
    expect(marked(Uint8Array.of(0x41, 0, 0x42, 0), 'utf-16le', 1, 2)).toEqual(['AB']);
  });

  it('is the bytes in the form of a language', () => {
    const bytes = Uint8Array.of(0x41, 0xff);
    expect(shown(bytes, 'python', 16).text).toBe(String.raw`b'A\xff'`);
    expect(shown(bytes, 'java', 16).text).toBe('byte[] data = {0x41, (byte) 0xff};');
    expect(shown(bytes, 'base64', 16).text).toBe('Qf8=');
  });

  it('is cut into blocks of whole lines, and nothing is lost', () => {
    const long = Array.from({ length: 3_000 }, (_, line) => `line ${line}`).join('\n');
    const found = shown(utf8.encode(long), 'utf-8', 16, hitsIn(utf8.encode(long), needle('9\nline'), MOST));
    const blocks = blocksOf(found);
    expect(blocks.length).toBeGreaterThan(2);
    expect(
      blocks
        .flat()
        .map((piece) => piece.text)
        .join(''),
    ).toBe(long);
    expect(
      blocks
        .flat()
        .filter(({ hit }) => hit !== null)
        .every((piece) => piece.text === '9\nline'),
    ).toBe(true);
  });
});
