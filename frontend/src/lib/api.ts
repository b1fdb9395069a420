/** The parts of the REST interface that the page uses, as the server's OpenAPI document has them. */

export type SocketState = 'UNCONNECTED' | 'BOUND' | 'LISTENING' | 'CONNECTING' | 'CONNECTED' | 'CLOSED';

export interface Address {
  family: string;
  host?: string;
  port?: number;
  path?: string;
  path_bytes?: string;
  ifname?: string;
  pid?: number;
  groups?: number;
  cid?: number;
}

export interface Socket {
  id: string;
  fd: number;
  family: string;
  type: string;
  proto: string;
  state: SocketState;
  label: string | null;
  local_address: Address | null;
  peer_address: Address | null;
  bytes_sent: number;
  bytes_received: number;
  created_at: string;
  origin: string;
}

export interface SocketList {
  items: Socket[];
  total: number;
}

export class HttpError extends Error {
  constructor(readonly status: number) {
    super(`The server answered ${status}`);
  }
}

export async function listSockets(token: string, signal?: AbortSignal): Promise<SocketList> {
  const response = await fetch('/api/v1/sockets', {
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    cache: 'no-store',
    credentials: 'omit',
    ...(signal && { signal }),
  });
  if (!response.ok) throw new HttpError(response.status);
  return (await response.json()) as SocketList;
}

export function isUnauthenticated(error: unknown): boolean {
  return error instanceof HttpError && error.status === 401;
}
