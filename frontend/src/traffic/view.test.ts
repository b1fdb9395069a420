import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { View } from './view';
import { orderOf } from '../live/timeline';
import { forgetTraffic, receiveTraffic, showTraffic, trafficWanted } from '../live/traffic';
import { chunk } from '../testing/sample';

describe('a view', () => {
  let leave: () => void;
  let view: View;
  const arrive = (...seqs: number[]) => {
    receiveTraffic({ chunks: seqs.map((seq) => chunk(seq)), gap: 0 });
  };
  const shown = () => view.rows(null).map(orderOf);

  beforeEach(async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: [] })));
    leave = showTraffic('s-1');
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('s-1');
    });
    view = new View();
    arrive(1, 2);
  });
  afterEach(() => {
    leave();
    forgetTraffic();
    vi.unstubAllGlobals();
  });

  it('follows until it leaves the end, then counts what is new', () => {
    expect(view.fresh(null)).toBe(0);
    view.leaveEnd();
    arrive(3, 4, 5);
    expect(shown()).toEqual([1, 2, 3, 4, 5]);
    expect([view.fresh(null), view.fresh('sent')]).toEqual([3, 2]);
    view.catchUp();
    expect([view.fresh(null), view.following.value]).toEqual([0, true]);
  });

  it('has nothing new once its end is in sight, though it does not follow', () => {
    view.leaveEnd();
    arrive(3, 4);
    view.reachEnd();
    expect([view.fresh(null), view.following.value]).toEqual([0, false]);
    arrive(5);
    expect(view.fresh(null)).toBe(1);
  });

  it('stands still while paused, and has everything in order afterwards', () => {
    view.pause();
    arrive(3, 4);
    expect(shown()).toEqual([1, 2]);
    expect(view.fresh(null)).toBe(2);
    view.resume();
    expect(shown()).toEqual([1, 2, 3, 4]);
    expect(view.fresh(null)).toBe(0);
  });

  it('shows one direction', () => {
    arrive(3);
    expect(view.rows('sent').map(orderOf)).toEqual([1, 3]);
  });
});
