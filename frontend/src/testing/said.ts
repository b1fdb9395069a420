import { vi } from 'vitest';
import { isTurn, turnsOf, type Turn } from '../conversation/turns';
import { toBase64 } from '../lib/bytes';
import type { Chunk } from '../live/protocol';

const utf8 = new TextEncoder();
export const payloads = new Map<number, Uint8Array<ArrayBuffer>>();

export function said(seq: number, direction: Chunk['direction'], payload: string | Uint8Array): Chunk {
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
export function serve(): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const bytes = payloads.get(Number(/traffic\/(\d+)\/data/.exec(url)?.[1]));
    if (url.includes('limit=')) return Promise.resolve(Response.json({ items: [] }));
    return Promise.resolve(bytes ? new Response(bytes) : new Response(null, { status: 404 }));
  });
  return asked;
}

export function turnOf(...chunks: Chunk[]): Turn {
  const turn = turnsOf(chunks, new Set()).find(isTurn);
  if (!turn) throw new Error('no turn');
  return turn;
}
