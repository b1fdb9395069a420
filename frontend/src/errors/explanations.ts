import type { Problem } from '../browser/api';
import type { Schemas, Wire } from '../lib/wire';
import { table } from '../browser/tables';
import { word } from '../lib/words';
import { portOf, type Subject } from '../lib/subject';
import { socketById } from '../live/sockets';

export type Explanation = Wire<Schemas['Explanation']>;
export type Check = Explanation['checks'][number];

/** The catalogue by symbol; null until it has come, empty when it cannot be had. */
export function explanations(): ReadonlyMap<string, Explanation> | null {
  const outcome = table<{ items: Explanation[] }>('/explanations');
  if (outcome === null) return null;
  return new Map(outcome.ok ? outcome.value.items.map((item) => [item.symbol, item]) : []);
}

/**
 * That of a failure, with the causes that can be those of this call on this socket; null until it has come, undefined
 * where there is none.
 */
export function explanationOf(problem: Problem, call: Subject): Explanation | null | undefined {
  const outcome = table<Explanation>(pathOf(problem, call));
  if (outcome === null) return null;
  return outcome.ok ? outcome.value : undefined;
}

function pathOf(problem: Problem, { name, at }: Subject): string {
  const socket = socketById(problem.socket_id ?? '')?.peek();
  const known = {
    call: name,
    family: socket?.family,
    type: socket?.type,
    state: socket?.state,
    host: at?.host ?? socket?.peer_address?.host,
  };
  const query = Object.entries(known).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return `/explanations/${encodeURIComponent(symbolOf(problem))}?${new URLSearchParams(query).toString()}`;
}

/** The kernel's own time-out has the kind of ours, but other causes. */
export function symbolOf({ kind, symbol, strerror, detail }: Problem): string {
  const ofKernel = strerror !== undefined && detail.endsWith(strerror);
  return symbol !== undefined && (ofKernel || kind !== 'timeout') && kind !== 'cancelled' ? symbol : kind;
}

/** The page on an error; the resolver's have their own. */
export function aboutHref(symbol: string): string {
  const ofResolver = /^(?:EAI_|HOST_NOT_FOUND|TRY_AGAIN|NO_|NETDB_)/.test(symbol);
  return `/reference/${ofResolver ? 'eai' : 'errno'}/${encodeURIComponent(symbol)}`;
}

/** A check with the call's own values; null where it has none of them. */
export function filled({ label, action, href }: Check, subject: Subject, socketId: string | null): Check | null {
  const values: Record<string, string | null> = { host: hostIn(subject), port: portOf(subject), socket: socketId };
  const wanted = [...`${label}${href}`.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => values[name] ?? null);
  if (wanted.includes(null)) return null;
  const put = (text: string, as: (value: string) => string) =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => as(values[name] ?? ''));
  return { label: put(label, String), action, href: put(href, encodeURIComponent) };
}

/** The same without a call; null where it is about the call's own socket. */
export function general({ label, action, href }: Check): Check | null {
  const [path = '', query = ''] = href.split('?');
  if (path.includes('{')) return null;
  return {
    label: label.replace(/\{(\w+)\}/g, (_, name: string) => word('errors.any', { name })),
    action,
    href: query.includes('{') ? path : href,
  };
}

function hostIn({ at }: Subject): string | null {
  return at?.host === undefined || at.host === '' ? null : at.host;
}
