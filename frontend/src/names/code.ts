import { curlCall } from '../call/curl';
import { argument, literal, written, type Argument } from '../call/python';
import type { Subject } from '../lib/subject';
import type { NameCall } from './calls';

type Query = Record<string, string>;
type Module = '' | 'socket.';

/** The call as Python writes it, without the module's name before constants. */
export function callText(call: NameCall, query: Query): string {
  return textOf(call, query, '');
}

/** Every look-up is of its first argument. */
export function subjectOf(call: NameCall, query: Query): Subject {
  const { port, ...rest } = query;
  const [first] = call.parameters;
  return { name: call.name, text: callText(call, query), at: { host: rest[first?.name ?? ''], port } };
}

export function pythonCode(call: NameCall, query: Query): string {
  return `import socket\n\nprint(socket.${textOf(call, query, 'socket.')})`;
}

export function curlCommand({ path }: NameCall, query: Query, origin: string): string {
  return curlCall(origin, { method: 'GET', path, query });
}

function textOf({ name, parameters }: NameCall, query: Query, module: Module): string {
  if (name === 'getaddrinfo') return `getaddrinfo(${addrinfo(query, module).join(', ')})`;
  if (name === 'getnameinfo') return `getnameinfo(${nameinfo(query, module).join(', ')})`;
  const given = parameters.filter((parameter) => query[parameter.name] !== undefined);
  return written(
    name,
    given.map(({ name: each, type }): Argument => [type, type === 'integer' ? Number(query[each]) : query[each]]),
    module,
  );
}

/** Host and service have their places, the rest their names. */
function addrinfo({ host, port, ...rest }: Query, module: Module): string[] {
  return [
    literal(host),
    literal(port),
    ...Object.entries(rest).map(([name, value]) => `${name}=${argument('flags', value, module)}`),
  ];
}

function nameinfo({ host = '', port = '0', flags = '0', flowinfo, scope_id }: Query, module: Module): string[] {
  const more = flowinfo === undefined && scope_id === undefined ? [] : [Number(flowinfo ?? 0), Number(scope_id ?? 0)];
  return [`(${[literal(host), Number(port), ...more].join(', ')})`, argument('flags', flags, module)];
}
