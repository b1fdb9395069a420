import { afterEach, describe, expect, it, vi } from 'vitest';
import { decode, type Encoding } from './decode';
import { Contents, wholeOf } from './contents';
import { payloads, said, serve, turnOf } from '../testing/said';

const utf8 = new TextEncoder();

const text = (payload: string, encoding: Encoding = 'utf-8') => decode(utf8.encode(payload), encoding);

afterEach(() => {
  payloads.clear();
  vi.unstubAllGlobals();
});

describe('the bytes of a turn', () => {
  it('come without a request where the preview has them all', async () => {
    const asked = serve();
    const contents = new Contents();
    const turn = turnOf(said(1, 'sent', 'short'), said(2, 'sent', 'x'.repeat(100)), said(3, 'sent', 'end'));
    expect(text(new TextDecoder().decode(contents.of(turn, 1_000).bytes))).toBe('short');
    contents.want([turn], () => 1_000);
    await vi.waitFor(() => {
      expect(contents.of(turn, 1_000).bytes.length).toBe(108);
    });
    expect(asked.length).toBe(1);
    expect(contents.of(turn, 1_000)).toBe(contents.of(turn, 1_000));
  });

  it('are no more than the limit until all are asked for', () => {
    const turn = turnOf(said(1, 'sent', 'x'.repeat(60)), said(2, 'sent', 'y'.repeat(60)));
    const contents = new Contents();
    expect(contents.of(turn, 70).bytes.length).toBe(70);
    expect(contents.of(turn, Infinity).bytes.length).toBe(120);
  });

  it('are told as gone when the server has them no more', async () => {
    serve();
    const contents = new Contents();
    const turn = turnOf(said(1, 'sent', 'x'.repeat(100)));
    payloads.clear();
    contents.want([turn], () => 1_000);
    await vi.waitFor(() => {
      expect(contents.lost.value.has(1)).toBe(true);
    });
    expect(await wholeOf(turn.chunks)).toMatchObject({ missing: 1 });
  });
});
