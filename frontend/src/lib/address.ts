import type { Address } from './wire';
import { printable } from './text';
import { word } from './words';

const WILDCARDS = new Set(['0.0.0.0', '::']);

/** An address in the notation of its family; null where there is nothing to show. */
export function formatAddress(address: Address | null): string | null {
  if (!address) return null;
  switch (address.family) {
    case 'AF_INET':
    case 'AF_INET6':
      return internet(address.host ?? '', address.port ?? 0);
    case 'AF_UNIX':
      return unix(address);
    case 'AF_PACKET':
      return printable(address.ifname ?? '') || null;
    case 'AF_NETLINK':
      return word('address.netlink', { pid: address.pid ?? 0, groups: address.groups ?? 0 });
    case 'AF_VSOCK':
      return `${address.cid ?? 0}:${address.port ?? 0}`;
    default:
      return printable(address.family ?? '');
  }
}

/** Where there is little room: of an own address of the Internet the host says least. */
export function ownAddress(address: Address | null): string | null {
  const whole = formatAddress(address);
  return whole !== null && address?.family?.startsWith('AF_INET') === true ? `:${address.port ?? 0}` : whole;
}

/** The same as it is typed. */
export function spell({ family, host = '', port = 0, path = '' }: Address): string {
  if (family !== 'AF_UNIX') return `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return path.startsWith('\0') ? `@${path.slice(1)}` : fileName(path);
}

function internet(host: string, port: number): string | null {
  const wildcard = WILDCARDS.has(host);
  if (wildcard && port === 0) return null;
  const shown = `${host.includes(':') ? `[${printable(host)}]` : printable(host)}:${port}`;
  return wildcard ? word('address.all', { address: shown }) : shown;
}

/** An abstract name is shown with `@`, as `ss` and `netstat` do. */
function unix({ path = '', path_bytes }: Address): string {
  const name = path_bytes === undefined ? path : atob(path_bytes);
  if (name === '') return word('address.unnamed');
  return name.startsWith('\0')
    ? word('address.abstract', { name: `@${printable(name.slice(1))}` })
    : printable(fileName(name));
}

/** A file whose name begins as an abstract one is shown. */
function fileName(path: string): string {
  return path.startsWith('@') ? `./${path}` : path;
}
