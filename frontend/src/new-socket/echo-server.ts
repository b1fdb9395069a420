import { makeCall, type FailedCall } from '../call/make';
import type { Schemas, Socket } from '../lib/wire';
import { word } from '../lib/words';
import { answerBy } from '../live/responder';

const TCP = { family: 'AF_INET', type: 'SOCK_STREAM' };

export interface Started {
  id: string;
  port: number;
}

export type NotStarted = FailedCall;

export function told(result: Started | NotStarted): string {
  return 'port' in result
    ? word('new.echo.told', { id: result.id, port: result.port })
    : `${result.call.text}: ${result.problem.detail}`;
}

/** Makes a listener on a free port of this host, on which the server echoes what comes, whatever becomes of the page. */
export async function startEchoServer(): Promise<Started | NotStarted> {
  const made = await makeCall<Socket>('socket', null, { ...TCP, label: 'echo server' });
  if (!made.ok) return made;
  const { id } = made.value;
  const bound = await makeCall('bind', id, { address: { host: '127.0.0.1', port: 0 } });
  if (!bound.ok) return bound;
  const listening = await makeCall('listen', id);
  if (!listening.ok) return listening;
  const problem = await answerBy(id, { reply: 'echo' });
  if (problem !== null) return { ok: false, problem, call: listening.call };
  const name = await makeCall<Schemas['Address']>('getsockname', id);
  return { id, port: name.ok ? (name.value.port ?? 0) : 0 };
}
