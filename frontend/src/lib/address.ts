import type { Address } from './wire';
import { printable } from './text';

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
      return `pid ${address.pid ?? 0}, groups ${address.groups ?? 0}`;
    case 'AF_VSOCK':
      return `${address.cid ?? 0}:${address.port ?? 0}`;
    default:
      return printable(address.family ?? '');
  }
}

function internet(host: string, port: number): string | null {
  const wildcard = WILDCARDS.has(host);
  if (wildcard && port === 0) return null;
  const shown = host.includes(':') ? `[${printable(host)}]` : printable(host);
  return `${shown}:${port}${wildcard ? ' (all addresses)' : ''}`;
}

/** An abstract name is shown with `@`, as `ss` and `netstat` do. */
function unix({ path = '', path_bytes }: Address): string {
  const name = path_bytes === undefined ? path : atob(path_bytes);
  if (name === '') return 'unnamed';
  return printable(name.startsWith('\0') ? `@${name.slice(1)}` : name);
}
