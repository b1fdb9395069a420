import { afterEach, describe, expect, it, vi } from 'vitest';
import { decode, encode, type Encoding } from '../src/conversation/decode';
import { Contents, wholeOf } from '../src/conversation/contents';
import { hitsIn, parseNeedle, type Needle } from '../src/conversation/find';
import { allHits, hitBeside, MOST, placeOf, shareOut } from '../src/conversation/hits';
import { saveRaw, saveText } from '../src/conversation/save-as';
import { blocksOf, shown } from '../src/conversation/shown';
import { isTurn, ofDirection, orderOfPart, pageOf, turnsOf, type Part, type Turn } from '../src/conversation/turns';
import { toBase64 } from '../src/lib/bytes';
import type { Chunk } from '../src/live/protocol';
import { forgetTraffic, receiveTraffic, showTraffic, trafficWanted } from '../src/live/traffic';

const utf8 = new TextEncoder();
const payloads = new Map<number, Uint8Array<ArrayBuffer>>();

function said(seq: number, direction: Chunk['direction'], payload: string | Uint8Array): Chunk {
  const bytes = new Uint8Array(typeof payload === 'string' ? utf8.encode(payload) : payload);
  payloads.set(seq, bytes);
  return {
    seq,
    time: `2026-11-22T12:00:00.${String(seq).padStart(6, '0')}Z`,
    socket_id: 's-1',
    direction,
    call: 'send',
    offset: 0,
    size: bytes.length,
    flags: '0',
    address: null,
    preview: toBase64(bytes.subarray(0, 64)),
  };
}

/** The server's `/traffic/{seq}/data`; what is not in `payloads` it no longer has. */
function serve(): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const bytes = payloads.get(Number(/traffic\/(\d+)\/data/.exec(url)?.[1]));
    if (url.includes('limit=')) return Promise.resolve(Response.json({ items: [] }));
    return Promise.resolve(bytes ? new Response(bytes) : new Response(null, { status: 404 }));
  });
  return asked;
}

const told = (parts: readonly Part[]) =>
  parts.map((part) =>
    isTurn(part) ? `${part.direction} ${part.chunks.map(({ seq }) => seq).join(' ')}` : 'gone' in part ? 'gone' : 'gap',
  );
const text = (payload: string, encoding: Encoding = 'utf-8') => decode(utf8.encode(payload), encoding);

function turnOf(...chunks: Chunk[]): Turn {
  const turn = turnsOf(chunks, new Set()).find(isTurn);
  if (!turn) throw new Error('no turn');
  return turn;
}

function needle(typed: string, encoding: Encoding = 'utf-8'): Needle {
  const wanted = parseNeedle(typed, encoding);
  if (!wanted.ok || !wanted.needle) throw new Error(typed);
  return wanted.needle;
}

afterEach(() => {
  forgetTraffic();
  payloads.clear();
  vi.unstubAllGlobals();
});

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

describe('decoding', () => {
  it('writes out bytes that are not UTF-8', () => {
    const bytes = Uint8Array.of(
      0x61,
      0xff,
      0xc3,
      0xa9,
      0xe2,
      0x82,
      0xed,
      0xa0,
      0x80,
      0xc0,
      0xaf,
      0xf0,
      0x9f,
      0x98,
      0x80,
    );
    expect(decode(bytes, 'utf-8')).toBe(String.raw`a\xffé\xe2\x82\xed\xa0\x80\xc0\xaf😀`);
  });

  it('reads each encoding and writes out what is none of it', () => {
    expect(decode(Uint8Array.of(0x41, 0xe9, 0x80), 'latin-1')).toBe(String.raw`Aé\x80`);
    expect(decode(Uint8Array.of(0x41, 0xe9), 'ascii')).toBe(String.raw`A\xe9`);
    expect(decode(Uint8Array.of(0x41, 0, 0xac, 0x20, 0, 0xd8, 7), 'utf-16le')).toBe(String.raw`A€\ud800\x07`);
    expect(decode(Uint8Array.of(0, 0x41, 0x20, 0xac), 'utf-16be')).toBe('A€');
  });

  it('breaks lines and writes out all other control characters', () => {
    expect(text('one\r\n\ttwo')).toBe('one\\r\n\\ttwo');
    expect(text('\x1b[31mred\u202e')).toBe(String.raw`\x1b[31mred\u202e`);
    expect(text('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });
});

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

describe('save as', () => {
  const saved: { name: string; blob: Blob }[] = [];
  const blobOf = () => saved[0]?.blob ?? new Blob();

  async function conversation(): Promise<void> {
    serve();
    saved.length = 0;
    let last = new Blob();
    vi.stubGlobal(
      'URL',
      class extends URL {
        static override createObjectURL(made: Blob | MediaSource): string {
          if (made instanceof Blob) last = made;
          return 'blob:x';
        }
        static override revokeObjectURL(): void {
          // nothing is kept
        }
      },
    );
    vi.stubGlobal('document', {
      createElement: () => ({
        download: '',
        click() {
          saved.push({ name: this.download, blob: last });
        },
      }),
    });
    showTraffic('s-1');
    await vi.waitFor(() => {
      expect(trafficWanted.value).toBe('s-1');
    });
    receiveTraffic({
      chunks: [
        said(1, 'sent', 'GET\r\n'),
        said(
          2,
          'received',
          Uint8Array.from({ length: 300 }, (_, value) => value),
        ),
        said(3, 'sent', 'x'.repeat(70)),
      ],
      gap: 0,
    });
  }

  it.each([
    [null, 's-1.bin', [1, 2, 3]],
    ['sent', 's-1-sent.bin', [1, 3]],
    ['received', 's-1-received.bin', [2]],
  ] as const)('raw of %s is the bytes as they were', async (direction, name, seqs) => {
    await conversation();
    const wanted = seqs.flatMap((seq) => [...(payloads.get(seq) ?? [])]);
    expect(await saveRaw('s-1', direction)).toBe(`Saved ${wanted.length} bytes`);
    expect(saved[0]?.name).toBe(name);
    expect([...new Uint8Array(await blobOf().arrayBuffer())]).toEqual(wanted);
  });

  it('says what it lacks', async () => {
    await conversation();
    payloads.delete(3);
    expect(await saveRaw('s-1', 'sent')).toBe('Saved 5 bytes, without 1 chunk that the server no longer has');
  });

  it('text is what is shown, with who said it', async () => {
    await conversation();
    await saveText('s-1', 'utf-8', 'sent');
    expect(saved[0]?.name).toBe('s-1.txt');
    expect(await blobOf().text()).toMatch(/^→ Sent \S+ 5 bytes\nGET\\r\n\n\n→ Sent \S+ 70 bytes\nx{70}\n$/);
  });
});
