import { useEffect } from 'preact/hooks';
import { request, type Outcome, type Problem } from '../browser/api';
import { useLoaded } from '../browser/use-loaded';
import type { Schemas, Socket } from '../lib/wire';
import { now } from './age';
import { forgetResponder, noteResponder } from './last-run';
import { perRun } from './run';

export type Responder = Schemas['Responder'];

type Answered = Pick<Socket, 'id' | 'responder'>;

/** What the server told of the socket that is looked at. */
const told = perRun<{ id: string; responder: Responder } | null>(null);

/** The responder of a socket that is looked at; null where there is none, or as long as nothing was told of it. */
export function responderOf({ id, responder }: Answered): Responder | null {
  return responder !== null && told.value?.id === id ? told.value.responder : null;
}

/** The socket has only how: one that has stopped is told of by itself. */
export function isAnswered(socket: Answered): boolean {
  return socket.responder !== null && responderOf(socket)?.state !== 'stopped';
}

/** Once a second, as long as someone looks. */
export function ResponderWatch({ id }: { id: string }) {
  const { value } = useLoaded(Math.floor(now.value / 1_000), (signal) =>
    request<Responder>('GET', responderPath(id), { signal }),
  );
  useEffect(() => {
    if (value) tell(id, value);
  }, [value]);
  return null;
}

export function responderPath(id: string): string {
  return `/sockets/${encodeURIComponent(id)}/responder`;
}

/** Has it answer so from now on. */
export async function answerBy(id: string, does: object): Promise<Problem | null> {
  const made = await request<Responder>('PUT', responderPath(id), { body: does });
  tell(id, made);
  return made.ok ? null : made.problem;
}

/** It goes on where it ended. */
export function answerAgain(id: string, responder: Responder): Promise<Problem | null> {
  return answerBy(id, settingsOf(responder));
}

/** What makes another like it; what it has not is not given. */
export function settingsOf({ accept, receive, reply, rules, recorded, framing, limit }: Responder): object {
  const settings = { accept, receive, reply, rules, recorded, framing, limit };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null && value !== undefined));
}

export async function answerNoMore(id: string): Promise<Problem | null> {
  const made = await request('DELETE', responderPath(id));
  return made.ok ? null : made.problem;
}

/** One that has stopped is told of no more. */
export async function removeResponder(id: string): Promise<Problem | null> {
  const problem = await answerNoMore(id);
  forgetResponder(id);
  return problem;
}

function tell(id: string, outcome: Outcome<Responder>): void {
  if (!outcome.ok) return;
  told.value = { id, responder: outcome.value };
  noteResponder(id, outcome.value);
}
