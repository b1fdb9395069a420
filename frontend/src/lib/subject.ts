/** A call as a person is told of it. */
export interface Subject {
  name: string;
  /** As Python writes it. */
  text: string;
  /** What it is about: the address of a socket, or what is looked up. */
  at?: Where | null | undefined;
}

/** Of an address, what a person looks for; a port may be the name of a service. */
export interface Where {
  host?: string | undefined;
  path?: string | undefined;
  port?: number | string | undefined;
}

/** A host, or a path of AF_UNIX. */
export function targetOf({ at }: Subject): string | null {
  return at?.host ?? at?.path ?? null;
}

export function portOf({ at }: Subject): string | null {
  return at?.port === undefined ? null : String(at.port);
}

/** `connect to 10.0.0.5:7000` */
export function phrase(subject: Subject): string {
  const { name } = subject;
  const [target, port] = [targetOf(subject) ?? '', portOf(subject)];
  const word = /^(?:get|if_)/.test(name) ? 'of' : 'to';
  if (target === '') return port === null ? name : `${name} ${word} port ${port}`;
  return `${name} ${word} ${joined(target, port)}`;
}

function joined(target: string, port: string | null): string {
  if (port === null) return target;
  return `${target.includes(':') ? `[${target}]` : target}:${port}`;
}
