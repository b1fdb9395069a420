/** What a typed address means. */
export type Spelling =
  | { kind: 'empty' }
  | Internet
  | { kind: 'path'; path: string }
  | { kind: 'abstract'; name: string }
  | { kind: 'wrong'; why: 'no-port' | 'port' | 'host' };

/** Why a typed address is none, or none of that family. */
export type Lack = 'empty' | 'family' | 'service' | Extract<Spelling, { kind: 'wrong' }>['why'];

export interface Internet {
  kind: 'internet';
  /** Empty where it stands for all addresses of this host. */
  host: string;
  is: 'name' | 'IPv4' | 'IPv6' | 'all';
  /** A number, or the name of a service. */
  port: string;
  /** What the scheme of a URL says of the socket, or that it is a group. */
  type?: 'SOCK_STREAM' | 'SOCK_DGRAM';
}

/** The ports that people know by their service. */
const SERVICES: Record<string, number> = {
  http: 80,
  https: 443,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  imap: 143,
  ldap: 389,
  ldaps: 636,
  imaps: 993,
  mqtt: 1883,
  mysql: 3306,
  postgresql: 5432,
  amqp: 5672,
  redis: 6379,
  mqtts: 8883,
};

const SAME: Record<string, string> = {
  ws: 'http',
  wss: 'https',
  postgres: 'postgresql',
  rediss: 'redis',
  dns: 'domain',
};

/** Understands `example.org:443`, `[::1]:80`, `:8080`, `/run/x.sock`, `@name`, `./@x`, a URL, `host port`, a tuple. */
export function parseAddress(typed: string): Spelling {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  return url(text) ?? local(text) ?? internet(text);
}

/** Whether an address of that family is typed in one field. */
export function isSpelled(family: string): boolean {
  return ['AF_INET', 'AF_INET6', 'AF_UNIX'].includes(family);
}

/** What it means to a socket of that family: in UNIX, whatever is no abstract name is a path. Ports are numbers. */
export function parseFor(family: string, typed: string): Spelling {
  const spelling = parseAddress(typed);
  const isPath = family === 'AF_UNIX' && (spelling.kind === 'internet' || spelling.kind === 'wrong');
  if (isPath) return { kind: 'path', path: typed.trim() };
  return spelling.kind === 'internet'
    ? { ...spelling, port: String(SERVICES[spelling.port] ?? spelling.port) }
    : spelling;
}

/** Null where a socket of that family can have it. */
export function lackFor(family: string, typed: string): Lack | null {
  return lackOfKind(family, typed) ?? (fits(parseFor(family, typed), family) ? null : 'family');
}

/** Lenient: an address of the other IP version can be sent, and the server answers with the error of the kernel. */
export function lackOfKind(family: string, typed: string): Lack | null {
  const spelling = parseFor(family, typed);
  if (spelling.kind === 'empty') return 'empty';
  if (spelling.kind === 'wrong') return spelling.why;
  if ((spelling.kind === 'internet') === (family === 'AF_UNIX')) return 'family';
  return spelling.kind === 'internet' && isNaN(Number(spelling.port)) ? 'service' : null;
}

/** What names no version of IP, such as a name, fits both. */
export function fits(spelling: Spelling, family: string): boolean {
  if (spelling.kind !== 'internet') return family === 'AF_UNIX';
  if (family === 'AF_UNIX') return false;
  return spelling.is === 'name' || spelling.host === '' || spelling.host.includes(':') === (family === 'AF_INET6');
}

/** The name that a port is known by. */
export function serviceOf(port: string): string | null {
  return Object.entries(SERVICES).find(([, number]) => String(number) === port)?.[0] ?? null;
}

export function isLoopback(host: string): boolean {
  return host === '::1' || host === 'localhost' || /^127(?:\.\d+){3}$/.test(host);
}

/** RFC 5771, RFC 4291: 224.0.0.0/4 and ff00::/8. Nobody connects to a group. */
export function isMulticast(host: string): boolean {
  const [, first = ''] = /^(\d{1,3})(?:\.\d{1,3}){3}$/.exec(host) ?? [];
  return (Number(first) >= 224 && Number(first) <= 239) || /^ff[\da-f]{2}:/i.test(host);
}

function local(text: string): Spelling | null {
  const [, name] = /^(?:@|\\0|\\x00)(.*)$/.exec(text) ?? [];
  if (name !== undefined) return { kind: 'abstract', name };
  return text.includes('/') ? { kind: 'path', path: text } : null;
}

function url(text: string): Spelling | null {
  const [, unix] = /^unix:(?:\/\/)?(.+)$/i.exec(text) ?? [];
  if (unix !== undefined) return local(unix) ?? { kind: 'path', path: unix };
  const [, scheme = '', rest] = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@]*@)?([^/?#]*)/i.exec(text) ?? [];
  return rest === undefined ? null : ofScheme(scheme.toLowerCase(), rest);
}

function ofScheme(scheme: string, rest: string): Spelling {
  const given = internet(rest);
  if (scheme === 'tcp') return typed(given, 'SOCK_STREAM');
  if (scheme === 'udp') return typed(given, 'SOCK_DGRAM');
  const service = SAME[scheme] ?? scheme;
  return given.kind === 'wrong' && given.why === 'no-port'
    ? internet(`${rest}:${SERVICES[service] ?? service}`)
    : given;
}

function typed(spelling: Spelling, type: NonNullable<Internet['type']>): Spelling {
  return spelling.kind === 'internet' ? { ...spelling, type } : spelling;
}

const BRACKETS = /^\[([^\]]*)\](?::(.*))?$/;
const TUPLE = /^\(?\s*(['"]?)([^'",\s]*)\1\s*,\s*(\d+)\s*\)?$/;
const WORDS = /^(\S+)\s+(\S+)$/;
const COLON = /^([^:]*):([^:]*)$/;

function internet(text: string): Spelling {
  const [, bracketed, after] = BRACKETS.exec(text) ?? [];
  if (bracketed !== undefined)
    return bracketed.includes(':') ? joined(bracketed, after) : { kind: 'wrong', why: 'host' };
  const [, , host, port] = TUPLE.exec(text) ?? [];
  if (host !== undefined) return joined(host, port);
  const [, first, second] = WORDS.exec(text) ?? COLON.exec(text) ?? [];
  if (first !== undefined) return joined(first.replace(/^\[(.*)\]$/, '$1'), second);
  return /^\d+$/.test(text) ? joined('', text) : joined(text, undefined);
}

function joined(host: string, port: string | undefined): Spelling {
  const is = sort(host);
  if (is === null) return { kind: 'wrong', why: 'host' };
  if (port === undefined || port === '') return { kind: 'wrong', why: 'no-port' };
  if (!isPort(port)) return { kind: 'wrong', why: 'port' };
  const type = isMulticast(host) ? { type: 'SOCK_DGRAM' as const } : {};
  return { kind: 'internet', host: host === '*' ? '' : host, is, port, ...type };
}

function isPort(port: string): boolean {
  return /^\d+$/.test(port) ? Number(port) <= 65_535 : /^[a-z][a-z0-9+._-]*$/i.test(port);
}

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const IPV4 = new RegExp(String.raw`^${OCTET}(?:\.${OCTET}){3}$`);

function sort(host: string): Internet['is'] | null {
  if (host === '' || host === '*' || host === '0.0.0.0' || host === '::') return 'all';
  if (IPV4.test(host)) return 'IPv4';
  if (host.includes(':')) return isSix(host.replace(/%.+$/, '')) ? 'IPv6' : null;
  return /^[^\s[\]'"()]+$/.test(host) && !/^[\d.]+$/.test(host) ? 'name' : null;
}

function isSix(text: string): boolean {
  const groups = text.replace(/:[^:]*\.[^:]*$/, (four) => (IPV4.test(four.slice(1)) ? ':0:0' : four)).split(':');
  const shortened = text.split('::').length === 2 && groups.length <= 9;
  return (
    groups.every((group) => /^[\da-f]{0,4}$/i.test(group)) &&
    (shortened || (groups.length === 8 && !groups.includes('')))
  );
}

/** Whether the resolver is to say which addresses it stands for. */
export function isNamed(spelling: Spelling): boolean {
  return spelling.kind === 'internet' && (spelling.is === 'name' || !/^\d+$/.test(spelling.port));
}

/** The address with the members that the API gives it; a name is as it is. */
export function membersOf(spelling: Spelling): Record<string, string | number> {
  if (spelling.kind === 'internet') return { host: spelling.host, port: Number(spelling.port) };
  if (spelling.kind === 'path') return { path: spelling.path };
  return spelling.kind === 'abstract' ? { path: `\0${spelling.name}` } : {};
}
