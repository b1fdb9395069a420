import type { Socket } from './wire';

type Kind = Pick<Socket, 'family' | 'type' | 'proto'>;

/** What a person calls this socket: TCP, UDP6, UNIX stream. */
export function kindOf({ family, type, proto }: Kind): string {
  if (family === 'AF_INET') return internet(type, proto);
  if (family === 'AF_INET6') return `${internet(type, proto)}6`;
  return `${bare(family)} ${bare(type).toLowerCase()}`;
}

function internet(type: string, proto: string): string {
  return type === 'SOCK_RAW' || proto === '0' ? bare(type) : bare(proto).replace(/V6$/, '');
}

/** The same in the words of socket(2). */
export function kindInFull({ family, type, proto }: Kind): string {
  return `${family}, ${type}, ${proto}`;
}

function bare(constant: string): string {
  return constant.replace(/^(AF|SOCK|IPPROTO)_/, '');
}
