import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { View } from './view';
import type { Chunk } from '../live/protocol';
import { orderOf } from '../live/timeline';
import { forgetTraffic, receiveTraffic, showTraffic, trafficWanted } from '../live/traffic';
import { filter, followFilter, matching } from '../filter/traffic-filter';

function chunk(seq: number): Chunk {
  return {
    seq,
    time: '2026-11-22T12:00:00Z',
    socket_id: 's-1',
    direction: seq % 2 ? 'sent' : 'received',
    call: 'send',
    offset: 0,
    size: seq,
    flags: '0',
    address: null,
    preview: 'aA==',
  };
}

describe('the filter of the traffic', () => {
  const asked: string[] = [];
  let answers = true;
  let leave: () => void;
  const view = new View();
  let there: Chunk[] = [];
  const arrive = (...seqs: number[]) => {
    const chunks = seqs.map(chunk);
    there.push(...chunks);
    receiveTraffic({ chunks, gap: 0 });
  };
  const shown = () => view.rows(null).map(orderOf);

  /** A server on which the multiples of three match. */
  function serve(address: string): Promise<Response> {
    const query = new URL(address, 'http://localhost').searchParams;
    if (!query.has('filter')) return Promise.resolve(Response.json({ items: [] }));
    asked.push(query.get('after') ?? '');
    if (!answers) return Promise.resolve(Response.json({ detail: 'no' }, { status: 503 }));
    return Promise.resolve(
      Response.json({ items: there.filter(({ seq }) => seq % 3 === 0 && seq > Number(query.get('after'))) }),
    );
  }

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    asked.length = 0;
    answers = true;
    there = [];
    vi.stubGlobal('fetch', serve);
    const leaveTraffic = showTraffic(null);
    const unfollow = followFilter();
    leave = () => {
      unfollow();
      leaveTraffic();
    };
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('all');
    });
    arrive(1, 2, 3, 4, 5, 6);
  });
  afterEach(() => {
    filter.value = '';
    leave();
    forgetTraffic();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('shows what the server says that matches, in each direction', async () => {
    filter.value = 'len%3';
    await vi.waitFor(() => {
      expect(shown()).toEqual([3, 6]);
    });
    expect(view.rows('sent').map(orderOf)).toEqual([3]);
  });

  it('asks for what came since, and for no more', async () => {
    filter.value = 'len%3';
    await vi.waitFor(() => {
      expect(shown()).toEqual([3, 6]);
    });
    arrive(7, 8, 9);
    expect(shown()).toEqual([3, 6]);
    await vi.waitFor(() => {
      expect(shown()).toEqual([3, 6, 9]);
    });
    expect(asked).toEqual(['0', '6']);
  });

  it('asks again where the server did not say', async () => {
    answers = false;
    filter.value = 'len%3';
    await vi.waitFor(() => {
      expect(asked).toEqual(['0']);
    });
    answers = true;
    await vi.waitFor(
      () => {
        expect(shown()).toEqual([3, 6]);
      },
      { timeout: 10_000 },
    );
    expect(asked).toEqual(['0', '0']);
  });

  it('begins anew with another run of the server, however far that is', async () => {
    filter.value = 'len%3';
    await vi.waitFor(() => {
      expect(shown()).toEqual([3, 6]);
    });
    there = [];
    forgetTraffic();
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('all');
    });
    await vi.advanceTimersByTimeAsync(600);
    arrive(1, 2, 3, 4, 5, 6, 7, 8, 9);
    await vi.waitFor(() => {
      expect(shown()).toEqual([3, 6, 9]);
    });
    expect(asked).toEqual(['0', '0']);
  });

  it('shows all without one', async () => {
    filter.value = 'len%3';
    await vi.waitFor(() => {
      expect(shown()).toEqual([3, 6]);
    });
    filter.value = '';
    expect(matching.value).toBeNull();
    expect(shown()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('stays when the one before leaves late', async () => {
    const leaveFirst = followFilter();
    const leaveNext = followFilter();
    filter.value = 'len>2';
    arrive(3);
    await vi.advanceTimersByTimeAsync(600);
    leaveFirst();
    expect(matching.value?.seqs.has(3)).toBe(true);
    leaveNext();
    expect(matching.value).toBeNull();
  });
});
