import type { CallRecord } from '../live/protocol';

const COLUMNS = [
  'seq',
  'started_at',
  'elapsed',
  'by',
  'socket_id',
  'call',
  'text',
  'result',
  'kind',
  'errno',
  'symbol',
  'detail',
] as const;

/** One object a line, as the server has them. */
export function asJsonLines(calls: readonly CallRecord[]): string {
  return calls.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** RFC 4180, with a line of names. */
export function asCsv(calls: readonly CallRecord[]): string {
  return [COLUMNS, ...calls.map((record) => COLUMNS.map((name) => record[name]))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

/** What a peer sent must not become a formula in a spreadsheet. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
