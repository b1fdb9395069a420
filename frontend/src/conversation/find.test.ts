import { describe, expect, it } from 'vitest';
import { encode, type Encoding } from './decode';
import { Contents } from './contents';
import { hitsIn, type Needle } from '../lib/search';
import { parseNeedle } from './find';
import { allHits, hitBeside, MOST, placeOf, shareOut } from './hits';
import { isTurn, turnsOf } from './turns';
import { said, turnOf } from '../testing/said';

function needle(typed: string, encoding: Encoding = 'utf-8'): Needle {
  const wanted = parseNeedle(typed, encoding);
  if (!wanted.ok || !wanted.needle) throw new Error(typed);
  return wanted.needle;
}

describe('find', () => {
  it('sees across the borders of chunks, and of no turn', () => {
    const contents = new Contents();
    const turns = turnsOf(
      [said(1, 'sent', 'hello wo'), said(2, 'sent', 'rld'), said(3, 'received', 'wor'), said(4, 'sent', 'ld')],
      new Set(),
    ).filter(isTurn);
    const shares = shareOut(turns, (turn) => hitsIn(contents.of(turn, 1_000).bytes, needle('world'), MOST));
    expect(allHits(shares)).toEqual([{ key: 1, from: 6, to: 10 }]);
  });

  it('takes bytes as hex, and says what is none', () => {
    expect(hitsIn(Uint8Array.of(1, 13, 10, 13, 10), needle('hex:0d 0a'), MOST)).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 4 },
    ]);
    expect(parseNeedle('hex:0g', 'utf-8')).toMatchObject({
      ok: false,
      message: '`0g` at position 1 is not a hex digit',
    });
    expect(parseNeedle('', 'utf-8')).toEqual({ ok: true, needle: null });
  });

  it('reads text in the encoding that is shown', () => {
    expect(encode('é', 'latin-1')).toEqual(Uint8Array.of(0xe9));
    expect(parseNeedle('é', 'ascii').ok).toBe(false);
    expect(hitsIn(Uint8Array.of(1, 0x41, 0, 0x41), needle('A', 'utf-16be'), MOST)).toEqual([{ from: 2, to: 3 }]);
  });

  it('goes round, and tells where it is', () => {
    const [first, last] = [
      { key: 1, from: 0, to: 1 },
      { key: 4, from: 7, to: 8 },
    ];
    const hits = [first, last];
    expect(placeOf(hits, null)).toBe('2 found');
    expect(placeOf(hits, hitBeside(hits, null, 1) ?? null)).toBe('1 of 2');
    expect(hitBeside(hits, last, 1)).toBe(first);
    expect(hitBeside(hits, first, -1)).toBe(last);
    expect(hitBeside([], null, 1)).toBeUndefined();
  });

  it('stops at the most that a page can mark', () => {
    const turns = [turnOf(said(1, 'sent', 'x'.repeat(60))), turnOf(said(2, 'sent', 'x'))];
    const shares = shareOut(turns, () => Array.from({ length: 400 }, (_, from) => ({ from, to: from })));
    expect(allHits(shares).length).toBe(MOST);
  });
});
