import type { CallForm, Parameter } from '../call/call-forms';

/** Look-ups as the server describes them: the parameters that are required, and their types. */
const CALLS: Record<string, readonly string[]> = {
  getaddrinfo: ['host', 'port', 'family:constant', 'type:constant', 'proto:constant', 'flags:flags', 'wait:number'],
  gethostbyname: ['hostname!'],
  getnameinfo: ['host!', 'port:integer!', 'flags:flags!', 'flowinfo:integer', 'scope_id:integer'],
  getservbyname: ['servicename!', 'protocolname'],
  getservbyport: ['port:integer!', 'protocolname'],
  gethostname: [],
  getfqdn: ['name'],
};

export const lookupCalls: readonly CallForm[] = Object.entries(CALLS).map(([name, parameters]) => ({
  name,
  operation_id: name,
  group: 'Names',
  on: 'module',
  method: 'GET',
  path: `/dns/${name}`,
  summary: '',
  returns: null,
  waits: true,
  errors: [],
  lane: null,
  parameters: parameters.map(parameter),
}));

export function lookupCall(name: string): CallForm {
  const found = lookupCalls.find((candidate) => candidate.name === name);
  if (!found) throw new Error(name);
  return found;
}

function parameter(text: string): Parameter {
  const [name = '', type = 'string'] = text.replace('!', '').split(':');
  const required = text.endsWith('!');
  return { name, type, required, nullable: false, default: null, in: 'query', help: '', choices: null };
}
