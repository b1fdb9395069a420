import type { Schemas, Wire } from '../lib/wire';

export type AddressInfo = Wire<Schemas['AddressInfo']>;

/** A field of a look-up's form, named as the call's parameter. */
export interface Field {
  name: string;
  label: string;
  kind: 'text' | 'port' | 'constant' | 'flags';
  required?: boolean;
  /** Of the constants to choose from. */
  prefix?: string;
  /** Those that are mostly chosen. */
  usual?: readonly string[];
  example?: string;
  hint?: string;
}

/** A look-up: how it is asked for. */
export interface NameCall {
  name: string;
  /** Below the API's base path. */
  path: string;
  summary: string;
  fields: readonly Field[];
}

const hostname: Field = { name: 'hostname', label: 'Host name', kind: 'text', required: true, example: 'localhost' };
const protocolname: Field = {
  name: 'protocolname',
  label: 'Protocol',
  kind: 'text',
  example: 'tcp',
  hint: 'Empty means any',
};

export const CALLS: readonly NameCall[] = [
  {
    name: 'getaddrinfo',
    path: '/dns/getaddrinfo',
    summary: 'Addresses of a host and a service, in the order in which a program tries them.',
    fields: [
      { name: 'host', label: 'Host', kind: 'text', example: 'localhost', hint: 'A name or an address; empty is NULL' },
      { name: 'port', label: 'Port or service', kind: 'text', example: 'http', hint: 'Empty is NULL' },
      { name: 'family', label: 'Family', kind: 'constant', prefix: 'AF_', usual: ['AF_UNSPEC', 'AF_INET', 'AF_INET6'] },
      {
        name: 'type',
        label: 'Type',
        kind: 'constant',
        prefix: 'SOCK_',
        usual: ['SOCK_STREAM', 'SOCK_DGRAM', 'SOCK_RAW'],
      },
      { name: 'proto', label: 'Protocol', kind: 'constant', prefix: 'IPPROTO_', usual: ['IPPROTO_TCP', 'IPPROTO_UDP'] },
      { name: 'flags', label: 'Flags', kind: 'flags', prefix: 'AI_' },
    ],
  },
  {
    name: 'gethostbyname',
    path: '/dns/gethostbyname',
    summary: 'The first IPv4 address of a host. It knows no IPv6: getaddrinfo does.',
    fields: [hostname],
  },
  {
    name: 'gethostbyname_ex',
    path: '/dns/gethostbyname_ex',
    summary: 'The canonical name, the aliases and all IPv4 addresses of a host.',
    fields: [hostname],
  },
  {
    name: 'gethostbyaddr',
    path: '/dns/gethostbyaddr',
    summary: 'The name, aliases and addresses of the host that has an address: the reverse look-up.',
    fields: [{ name: 'ip_address', label: 'Address', kind: 'text', required: true, example: '127.0.0.1' }],
  },
  {
    name: 'getnameinfo',
    path: '/dns/getnameinfo',
    summary: 'The names of an address and a port: the inverse of getaddrinfo.',
    fields: [
      { name: 'host', label: 'Address', kind: 'text', required: true, example: '127.0.0.1', hint: 'A numeric address' },
      { name: 'port', label: 'Port', kind: 'port', required: true, example: '80' },
      { name: 'flags', label: 'Flags', kind: 'flags', prefix: 'NI_', required: true },
    ],
  },
  {
    name: 'getservbyname',
    path: '/netdb/getservbyname',
    summary: 'The port of a service, from this host’s database.',
    fields: [{ name: 'servicename', label: 'Service', kind: 'text', required: true, example: 'http' }, protocolname],
  },
  {
    name: 'getservbyport',
    path: '/netdb/getservbyport',
    summary: 'The service of a port, from this host’s database.',
    fields: [{ name: 'port', label: 'Port', kind: 'port', required: true, example: '80' }, protocolname],
  },
  {
    name: 'getprotobyname',
    path: '/netdb/getprotobyname',
    summary: 'The number of a protocol, from this host’s database.',
    fields: [{ name: 'protocolname', label: 'Protocol', kind: 'text', required: true, example: 'icmp' }],
  },
  {
    name: 'gethostname',
    path: '/dns/gethostname',
    summary: 'The name of the host that the sockets live on.',
    fields: [],
  },
  {
    name: 'getfqdn',
    path: '/dns/getfqdn',
    summary: 'A name in full, with its domain.',
    fields: [{ name: 'name', label: 'Name', kind: 'text', example: 'localhost', hint: 'Empty means this host' }],
  },
];

/** Whether the address has what the call needs; one without a required parameter needs a question first. */
export function isAsked(call: NameCall, query: URLSearchParams): boolean {
  const required = call.fields.filter((field) => field.required && field.kind !== 'flags');
  if (required.length > 0) return required.every((field) => query.has(field.name));
  return call.fields.length < 2 || call.fields.some((field) => query.has(field.name));
}

/** What the API is asked, from the address. */
export function queryOf({ fields }: NameCall, place: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const { name, kind, required } of fields) {
    const value = place.get(name) ?? (kind === 'flags' && required ? '0' : null);
    if (value !== null) query[name] = value;
  }
  return query;
}
