import { describe, expect, it } from 'vitest';
import { isTurn, ofDirection, orderOfPart, pageOf, turnsOf, type Part } from './turns';
import { said } from '../testing/said';

const told = (parts: readonly Part[]) =>
  parts.map((part) =>
    isTurn(part) ? `${part.direction} ${part.chunks.map(({ seq }) => seq).join(' ')}` : 'gone' in part ? 'gone' : 'gap',
  );

describe('turns', () => {
  const chunks = [said(1, 'sent', 'a'), said(2, 'sent', 'bc'), said(5, 'received', 'd'), said(6, 'sent', 'e')];

  it('are runs of chunks of one direction', () => {
    const turns = turnsOf(chunks, new Set());
    expect(told(turns)).toEqual(['sent 1 2', 'received 5', 'sent 6']);
    expect(turns.filter(isTurn).map(({ size }) => size)).toEqual([3, 1, 1]);
  });

  it('tell how long after the end of the one before they began', () => {
    expect(
      turnsOf(chunks, new Set())
        .filter(isTurn)
        .map(({ delta }) => delta),
    ).toEqual([null, 3, 1]);
  });

  it('end at a gap and at bytes that are gone', () => {
    const gap = { gap: 2, after: 1, before: 4 };
    expect(told(turnsOf([said(1, 'sent', 'a'), gap, said(4, 'sent', 'b')], new Set()))).toEqual([
      'sent 1',
      'gap',
      'sent 4',
    ]);
    expect(told(turnsOf([said(1, 'sent', 'a'), { ...gap, lost: true }, said(4, 'sent', 'b')], new Set()))).toEqual([
      'sent 1',
      'gap',
      'sent 4',
    ]);
    expect(told(turnsOf(chunks, new Set([2])))).toEqual(['sent 1', 'gone', 'received 5', 'sent 6']);
  });

  it('say how much of their messages was cut', () => {
    const [turn] = turnsOf([{ ...said(1, 'received', 'abcd'), length: 10 }, said(2, 'received', 'ef')], new Set());
    expect(turn && isTurn(turn) ? [turn.size, turn.cut] : null).toEqual([6, 6]);
  });

  it('of one direction stay apart', () => {
    expect(told(ofDirection(turnsOf(chunks, new Set()), 'sent'))).toEqual(['sent 1 2', 'sent 6']);
  });

  it('are shown up to a number: the last, or those from where the person is', () => {
    const parts = turnsOf(
      Array.from({ length: 10 }, (_, index) => said(index + 1, index % 2 ? 'sent' : 'received', 'x')),
      new Set(),
    );
    const orders = (start: number | null) => pageOf(parts, start, 3).shown.map(orderOfPart);
    expect(orders(null)).toEqual([8, 9, 10]);
    expect(orders(4)).toEqual([4, 5, 6]);
  });
});
