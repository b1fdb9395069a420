import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chunk } from './protocol';
import { payloadOf } from './payloads';
import { isGap } from './timeline';
import {
  entries,
  lastSeq,
  LIMIT,
  loadGap,
  loading,
  loadProblem,
  receiveTraffic,
  showTraffic,
  trafficWanted,
  forgetTraffic,
} from './traffic';
import { chunk, chunks, shown } from '../testing/sample';

/** An answer whose JSON is not written and read: it is two hundred thousand chunks. */
const page = (items: Chunk[]) => Object.assign(new Response(), { json: () => Promise.resolve({ items }) });

describe('the traffic that is shown', () => {
  const asked: string[] = [];
  let kept: Chunk[] = [];

  beforeEach(() => {
    asked.length = 0;
    kept = [];
    forgetTraffic();
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(url);
      const query = new URL(url, 'http://localhost').searchParams;
      const after = Number(query.get('after'));
      const items = kept.filter(({ seq }) => seq > after).slice(0, Number(query.get('limit')));
      return Promise.resolve(url.endsWith('/data') ? new Response(new Uint8Array(11 << 20)) : page(items));
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('loads all of the past in pages, then asks for what is new', async () => {
    kept = chunks(...Array.from({ length: 15_000 }, (_, index) => index + 1));
    const leave = showTraffic('s-1');
    expect(trafficWanted.value).toBeNull();
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('s-1');
    });
    expect(asked).toEqual([
      '/api/v1/sockets/s-1/traffic?after=0&limit=10000',
      '/api/v1/sockets/s-1/traffic?after=10000&limit=10000',
    ]);
    expect(lastSeq()).toBe(15_000);
    receiveTraffic({ chunks: [...chunks(15_000, 15_001), chunk(15_002, { socket_id: 's-2' })], gap: 0 });
    expect(entries().length).toBe(15_001);
    leave();
    expect(trafficWanted.value).toBeNull();
  });

  it('goes on where it was when the same socket is shown again', async () => {
    kept = chunks(1, 2);
    showTraffic('s-3')();
    const leave = showTraffic('s-3');
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('s-3');
    });
    leave();
    kept = chunks(1, 2, 3);
    asked.length = 0;
    showTraffic('s-3')();
    expect(asked).toEqual(['/api/v1/sockets/s-3/traffic?after=2&limit=10000']);
  });

  it('is followed for the next one also where the one before leaves late', async () => {
    const leaveFirst = showTraffic('s-1');
    const leave = showTraffic('s-1');
    leaveFirst();
    expect(loading.value).toBe(true);
    await vi.waitFor(() => {
      expect([loading.value, trafficWanted.value]).toEqual([false, 's-1']);
    });
    leaveFirst();
    expect(trafficWanted.value).toBe('s-1');
    leave();
    expect([loading.value, trafficWanted.value]).toEqual([false, null]);
  });

  it('loads anew from another run of the server, which numbers anew', async () => {
    kept = chunks(1, 2, 3);
    const leave = showTraffic('s-1');
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('s-1');
    });
    kept = chunks(1);
    forgetTraffic();
    expect([entries().length, trafficWanted.value]).toEqual([0, null]);
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('s-1');
    });
    expect(shown(entries())).toEqual([1]);
    leave();
  });

  it('fills a gap with what the server still has, and says what it has not', async () => {
    const leave = showTraffic(null);
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('all');
    });
    receiveTraffic({ chunks: chunks(1), gap: 0 });
    receiveTraffic({ chunks: chunks(6), gap: 4 });
    kept = chunks(4, 5, 6);
    const gap = entries().find(isGap);
    if (gap) await loadGap(gap);
    expect(shown(entries())).toEqual([1, 'gap 2 lost', 4, 5, 6]);
    leave();
  });

  it('reads of a recording what a tab bears, and hears nothing of what passes', async () => {
    kept = chunks(...Array.from({ length: LIMIT + 20_000 }, (_, index) => index + 1));
    const leave = showTraffic('s-1', 'r-1');
    await vi.waitFor(
      () => {
        expect(lastSeq()).toBe(LIMIT);
      },
      { timeout: 10_000 },
    );
    expect(asked).toHaveLength(20);
    expect(asked[0]).toContain('/recordings/r-1/traffic?socket=s-1');
    receiveTraffic({ chunks: chunks(LIMIT + 1), gap: 0 });
    expect(lastSeq()).toBe(LIMIT);
    expect(trafficWanted.value).toBeNull();
    await payloadOf(1);
    expect(asked.at(-1)).toContain('/recordings/r-1/traffic/1/data');
    leave();
    expect(entries()).toEqual([]);
  });

  it('keeps what it has when the server does not answer, and says so', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
    const leave = showTraffic(null);
    await vi.waitFor(() => {
      expect(loadProblem.value?.kind).toBe('unreachable');
    });
    leave();
  });

  it('asks once for a payload, and keeps no more than 32 MiB', async () => {
    for (const seq of [1, 2, 1, 3, 1, 2]) await payloadOf(seq);
    expect(asked.map((url) => url.split('/').at(-2))).toEqual(['1', '2', '3', '2']);
  });
});
