const PLACE = '$TOKEN';

/** A command that opens a socket; without a token it names the variable to set. */
export function openSocketCommand(origin: string, token: string = PLACE): string {
  const authorization = `Authorization: Bearer ${token}`;
  return [
    `curl ${origin}/api/v1/sockets`,
    `-H ${token === PLACE ? `"${authorization}"` : quoted(authorization)}`,
    `-H 'Content-Type: application/json'`,
    `-d '{"label": "my first socket"}'`,
  ].join(' \\\n  ');
}

interface Request {
  method: string;
  path: string;
  query?: Record<string, string>;
  body?: unknown;
}

/** A command that makes a call of the API; it names the variable that has the token. */
export function curlCall(origin: string, { method, path, query = {}, body }: Request): string {
  const parameters = new URLSearchParams(query).toString();
  return [
    `curl -X ${method} ${quoted(`${origin}/api/v1${path}${parameters === '' ? '' : `?${parameters}`}`)}`,
    `-H "Authorization: Bearer ${PLACE}"`,
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`]),
  ].join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
