import type { Schemas, Socket } from '../lib/wire';
import type { Rule } from './rules/form';

type Request = Omit<Schemas['ResponderRequest'], 'rules'> & { rules?: Rule[] };

/** What a responder is to do is one request, or the listener is closed. */
export const PREPARED = {
  echo: { reply: 'echo' },
  discard: { reply: 'discard' },
  daytime: { reply: 'daytime' },
  chargen: { reply: 'chargen' },
  late: rule({ ...echo(), delay: 2 }),
  pieces: rule({ ...echo(), chunk_size: 1, chunk_delay: 0.1 }),
  half: rule({ reply: { text: 'Half of an ans' }, then: 'close' }),
  reset: rule({ then: 'reset' }),
  silent: { reply: 'none' },
  unread: { receive: false },
  backlog: { accept: false },
} as const satisfies Record<string, Request>;

export type Prepared = keyof typeof PREPARED | 'refuse';

/** Each message comes back as it is. */
function echo(): Rule {
  return { match: { re: '(?s)^(.*)$' }, reply: { text: '$1' } };
}

function rule(only: Rule): Request {
  return { reply: 'rules', rules: [only] };
}

const ANSWERS: readonly Prepared[] = ['echo', 'discard', 'daytime', 'chargen'];
const OF_STREAMS: readonly Prepared[] = ['late', 'pieces', 'half', 'reset', 'silent', 'unread'];
const OF_LISTENERS: readonly Prepared[] = ['backlog', 'refuse'];

/** What is as it should be, and what goes wrong on purpose where the socket can. */
export function preparedFor({ state, type, family }: Socket): {
  well: readonly Prepared[];
  badly: readonly Prepared[];
} {
  if (type === 'SOCK_DGRAM') return { well: ANSWERS, badly: ['late', 'silent', 'unread'] };
  const badly = OF_STREAMS.filter((name) => name !== 'reset' || family !== 'AF_UNIX');
  return { well: ANSWERS, badly: state === 'LISTENING' ? [...badly, ...OF_LISTENERS] : badly };
}
