import { curlCall } from '../call/curl';
import { literal } from '../call/python';
import type { Subject } from '../lib/subject';
import type { NameCall } from './calls';

type Query = Record<string, string>;

/** The call as Python writes it, without the module's name before constants. */
export function callText({ name }: NameCall, query: Query): string {
  return `${name}(${argumentsOf(name, query, '').join(', ')})`;
}

/** Every look-up is of its first argument. */
export function subjectOf(call: NameCall, query: Query): Subject {
  const { port, ...rest } = query;
  const [first] = call.fields;
  return { name: call.name, text: callText(call, query), at: { host: rest[first?.name ?? ''], port } };
}

export function pythonCode({ name }: NameCall, query: Query): string {
  return `import socket\n\nprint(socket.${name}(${argumentsOf(name, query, 'socket.').join(', ')}))`;
}

export function curlCommand({ path }: NameCall, query: Query, origin: string): string {
  return curlCall(origin, { method: 'GET', path, query });
}

function argumentsOf(name: string, query: Query, module: string): string[] {
  const constant = (text: string) => qualified(text, module);
  if (name === 'getaddrinfo') return addrinfo(query, constant);
  if (name === 'getnameinfo') return [`(${literal(query.host)}, ${query.port ?? 0})`, constant(query.flags ?? '0')];
  return Object.entries(query).map(([field, value]) => (field === 'port' ? value : literal(value)));
}

function addrinfo({ host, port, ...rest }: Query, constant: (text: string) => string): string[] {
  return [literal(host), literal(port), ...Object.entries(rest).map(([name, value]) => `${name}=${constant(value)}`)];
}

/** `socket.AI_PASSIVE | socket.AI_CANONNAME`; a number is as it is. */
function qualified(text: string, module: string): string {
  return text
    .split('|')
    .map((part) => (/^\d/.test(part) ? part : module + part))
    .join(' | ');
}
