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

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
