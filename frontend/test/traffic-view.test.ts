import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chunk } from '../src/live/protocol';
import { micros, previewText, timeText } from '../src/traffic/columns';
import { clockTime } from '../src/lib/clock';
import { View } from '../src/traffic/view';
import { orderOf } from '../src/live/timeline';
import { forgetTraffic, receiveTraffic, showTraffic, trafficWanted } from '../src/live/traffic';

function chunk(seq: number, members: Partial<Chunk> = {}): Chunk {
  return {
    seq,
    time: '2026-11-22T12:00:00.000250Z',
    socket_id: 's-1',
    direction: seq % 2 ? 'sent' : 'received',
    call: 'send',
    offset: 0,
    size: 1,
    flags: '0',
    address: null,
    preview: 'aA==',
    ...members,
  };
}

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
