import type { Parameter } from '../../call/call-forms';
import { word } from '../../lib/words';
import type { NameServer } from './answer';
import { PORT } from './spelled';

/** The comparison as a look-up among those of the module. */
export function dnsLookup() {
  return { name: 'dns', summary: word('names.dns.summary'), parameters: PARAMETERS };
}

const PARAMETERS: Parameter[] = [
  parameter('name', 'string', word('names.dns.name.help')),
  parameter('server', 'string', word('names.dns.server.help')),
  parameter('port', 'integer', word('names.dns.port.help')),
];

function parameter(name: string, type: string, help: string): Parameter {
  const required = name === 'name';
  const usual = name === 'port' ? String(PORT) : null;
  return { name, type, required, nullable: false, default: usual, in: 'query', help, choices: null };
}

/** Where the comparison of a name is. */
export function dnsHref(name: string): string {
  return `/names/dns?${new URLSearchParams({ name }).toString()}`;
}

/** The one that is asked beside those of the host. */
export function furtherServer(query: URLSearchParams): NameServer | null {
  const address = query.get('server') ?? '';
  return address === '' ? null : { address, port: Number(query.get('port') ?? PORT) };
}
