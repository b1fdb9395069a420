/** What the text of a call says it is about. */
export interface Subject {
  name: string;
  /** A host, or a path of AF_UNIX. */
  target: string | null;
  port: string | null;
}

const CALL = /^(\w+)(?:\(\(?(?:'((?:[^'\\]|\\.)*)'(?:, '?(\w+)'?)?)?)?/;

/** Reads what Python would write: `connect(('10.0.0.5', 7000))`. */
export function subjectOf(call: string): Subject {
  const [, name = call, target, port] = CALL.exec(call) ?? [];
  return { name, target: target ?? null, port: port ?? null };
}

/** `connect to 10.0.0.5:7000` */
export function phrase({ name, target, port }: Subject): string {
  if (target === null || target === '') return port === null ? name : `${name} to port ${port}`;
  const word = name.startsWith('get') ? 'of' : 'to';
  return `${name} ${word} ${joined(target, port)}`;
}

function joined(target: string, port: string | null): string {
  if (port === null) return target;
  return `${target.includes(':') ? `[${target}]` : target}:${port}`;
}
