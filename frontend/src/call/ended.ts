import type { Word } from '../lib/words';
import type { CallRecord } from '../live/protocol';

/** Who closed a socket, and whether the peer had ended before, as far as the calls on it tell. */
export function closedWord(calls: readonly CallRecord[]): Word {
  const close = calls.findLastIndex((record) => record.call === 'close' && isDone(record));
  if (calls[close]?.by !== RESPONDER) return 'socket.closed';
  // It sets nothing else at the end than to linger for no time.
  if (calls[close - 1]?.call === 'setsockopt') return 'socket.closed.reset';
  return calls.slice(0, calls.findIndex(endsSending)).some(meetsTheEnd) ? 'socket.closed.after' : 'socket.closed.by';
}

/** That nothing more can be sent on one that is open; null as long as there can. */
export function shutWord(calls: readonly CallRecord[]): Word | null {
  const shut = calls.findLast((record) => endsSending(record) || connects(record));
  if (shut === undefined || connects(shut)) return null;
  return shut.by === RESPONDER ? 'socket.shut.by' : 'socket.shut';
}

const RESPONDER = 'responder';

function isDone({ kind }: CallRecord): boolean {
  return kind === null;
}

function endsSending(record: CallRecord): boolean {
  const { call, text } = record;
  return isDone(record) && (call === 'close' || (call === 'shutdown' && !text.includes('SHUT_RD)')));
}

function connects(record: CallRecord): boolean {
  return isDone(record) && record.call.startsWith('connect');
}

const BROKEN_OFF = new Set(['ECONNRESET', 'EPIPE']);

function meetsTheEnd({ call, result, symbol }: CallRecord): boolean {
  return BROKEN_OFF.has(symbol ?? '') || (call === 'recv' && /^(data=)?b''/.test(result ?? ''));
}
