import type { CallRecord } from '../live/protocol';

/** What is looked for; an empty one asks for nothing. */
export interface Wanted {
  /** In the call, its result or what went wrong. */
  text: string;
  socket: string;
  call: string;
  who: string;
  /** `ok`, `failed`, or the name of an error. */
  result: string;
}

export const FIELDS = ['text', 'socket', 'call', 'who', 'result'] as const;

/** Who made a call that nothing made in a person's place. */
export const CLIENT = 'client';

export function wantedIn(query: URLSearchParams): Wanted {
  const of = (name: string) => (query.get(name) ?? '').trim();
  return { text: of('text'), socket: of('socket'), call: of('call'), who: of('who'), result: of('result') };
}

export function matching(calls: readonly CallRecord[], wanted: Wanted): readonly CallRecord[] {
  return FIELDS.every((field) => wanted[field] === '') ? calls : calls.filter((record) => fits(record, wanted));
}

function fits(record: CallRecord, { text, socket, call, who, result }: Wanted): boolean {
  return (
    (socket === '' || record.socket_id === socket) &&
    (call === '' || record.call === call) &&
    (who === '' || whoOf(record) === who) &&
    (result === '' || ends(record, result)) &&
    (text === '' || textOf(record).includes(text.toLowerCase()))
  );
}

function ends(record: CallRecord, result: string): boolean {
  if (result === 'ok') return record.kind === null;
  return result === 'failed' ? record.kind !== null : errorOf(record) === result;
}

/** The errno where there is one, else what the console calls it. */
export function errorOf({ symbol, kind }: CallRecord): string | null {
  return symbol ?? kind;
}

export function whoOf({ by }: CallRecord): string {
  return by ?? CLIENT;
}

function textOf({ socket_id, text, result, symbol, detail }: CallRecord): string {
  return [socket_id, text, result, symbol, detail].join(' ').toLowerCase();
}

/** What there is to choose from, in order. */
/** `s-2` before `s-11`. */
const byNumber = new Intl.Collator('en', { numeric: true });

export function valuesOf(calls: readonly CallRecord[], of: (record: CallRecord) => string | null): readonly string[] {
  const values = new Set(calls.map(of).filter((value) => value !== null && value !== ''));
  return ([...values] as string[]).sort(byNumber.compare);
}
