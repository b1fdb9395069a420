import { BASE } from '../browser/api';

const PLACE = '$TOKEN';
const AUTHORIZATION = `-H "Authorization: Bearer ${PLACE}"`;

/** A command that opens a socket; without a token it names the variable to set. */
export function openSocketCommand(origin: string, token: string = PLACE): string {
  const authorization = token === PLACE ? AUTHORIZATION : `-H ${quoted(`Authorization: Bearer ${token}`)}`;
  return lines(`curl ${origin}${BASE}/sockets`, authorization, ...bodyOf({ label: 'my first socket' }));
}

interface Request {
  method: string;
  path: string;
  query?: Record<string, string> | undefined;
  body?: unknown;
}

/** A command that makes a call of the API; it names the variable that has the token. */
export function curlCall(origin: string, { method, path, query, body }: Request): string {
  const verb = method === 'GET' ? '' : ` -X ${method}`;
  return lines(`curl${verb} ${quoted(origin + BASE + path + queryText(query))}`, AUTHORIZATION, ...bodyOf(body));
}

/** The same in a script: silent, failing aloud; `$ID` in the path is the script's own. */
export function curlStep(origin: string, { path, body }: Pick<Request, 'path' | 'body'>): string {
  return lines(`curl -sf "${origin}${BASE}${path}"`, AUTHORIZATION, ...bodyOf(body));
}

function bodyOf(body: unknown): string[] {
  return body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`];
}

function queryText(query: Request['query']): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? '' : `?${text}`;
}

function lines(...parts: string[]): string {
  return parts.join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
