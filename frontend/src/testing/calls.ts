import type { CallRecord } from '../live/protocol';

export function call(seq: number, members: Partial<CallRecord> = {}): CallRecord {
  return {
    seq,
    socket_id: 's-1',
    call: 'recv',
    text: `recv(${seq})`,
    started_at: '2026-11-22T12:00:00Z',
    elapsed: 0.001,
    result: "b''",
    errno: null,
    symbol: null,
    kind: null,
    detail: null,
    by: null,
    ...members,
  };
}
