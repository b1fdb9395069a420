import { expect, test } from 'vitest';
import { socket } from '../testing/sample';
import { merged } from './held';
import type { CallRecord, Chunk, Waiting } from './protocol';

const waiting = (id: string) => ({ id }) as Waiting;
const chunk = (seq: number) => ({ seq }) as Chunk;
const call = (seq: number) => ({ seq }) as CallRecord;

test('of each socket and each wait what was said last is kept', () => {
  const { delta } = merged(
    { n: 1, delta: { sockets: [socket('a'), socket('b')], gone: ['c'], waiting: [waiting('o-1')], total: 3 } },
    { n: 2, delta: { sockets: [socket('c')], gone: ['b'], ended: ['o-1'], total: 2 } },
  );
  expect(delta?.sockets?.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(delta).toMatchObject({ gone: ['b'], waiting: [], ended: ['o-1'], total: 2 });
});

test('a snapshot takes the place of all that was said of sockets before', () => {
  const snapshot = { sockets: [], waiting: [], total: 0 };
  expect(merged({ n: 1, delta: { total: 1 } }, { n: 2, snapshot })).toEqual({ n: 2, snapshot });
});

test('calls and chunks are bounded, and chunks that give way are a gap', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => index + 1);
  const frame = merged(
    { n: 1, calls: many.map(call), traffic: { chunks: many.map(chunk), gap: 0 } },
    { n: 2, calls: [call(10_001)], traffic: { chunks: [chunk(10_001)], gap: 0 } },
  );
  expect(frame.calls).toHaveLength(2_000);
  expect(frame.traffic?.gap).toBe(1);
  expect(frame.traffic?.chunks[0]?.seq).toBe(2);
});

test('what stood before a gap is part of it', () => {
  const { traffic } = merged(
    { n: 1, traffic: { chunks: [chunk(1), chunk(2)], gap: 0 } },
    { n: 2, traffic: { chunks: [chunk(9)], gap: 6 } },
  );
  expect(traffic).toEqual({ chunks: [chunk(9)], gap: 8 });
});
