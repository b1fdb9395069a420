import { describe, expect, it } from 'vitest';
import { indexFrom, Timeline } from './timeline';
import { chunks, shown } from '../testing/sample';

describe('a timeline', () => {
  it('has each chunk once and in order, however they come', () => {
    const timeline = new Timeline(100);
    timeline.add(chunks(5, 6));
    timeline.add(chunks(1, 2, 5));
    timeline.add(chunks(6, 7));
    expect(shown(timeline.entries)).toEqual([1, 2, 5, 6, 7]);
    expect(timeline.last).toBe(7);
  });

  it('shows a gap where it is, until its chunks have come', () => {
    const timeline = new Timeline(100);
    timeline.add(chunks(1));
    timeline.add(chunks(5), 3);
    expect(shown(timeline.entries)).toEqual([1, 'gap 3', 5]);
    timeline.add(chunks(3));
    expect(shown(timeline.entries)).toEqual([1, 'gap 2', 3, 5]);
    timeline.add(chunks(2, 4));
    expect(shown(timeline.entries)).toEqual([1, 2, 3, 4, 5]);
  });

  it('drops the oldest and says how many', () => {
    const timeline = new Timeline(100);
    timeline.add(chunks(...Array.from({ length: 101 }, (_, index) => index + 1)));
    expect(timeline.entries.length).toBe(95);
    expect(timeline.dropped).toBe(6);
    expect(shown(timeline.entries)[0]).toBe(7);
  });

  it('finds a chunk by its number', () => {
    expect(indexFrom(chunks(2, 4, 6), 4)).toBe(1);
    expect(indexFrom(chunks(2, 4, 6), 5)).toBe(2);
    expect(indexFrom(chunks(2, 4, 6), 9)).toBe(3);
  });
});
