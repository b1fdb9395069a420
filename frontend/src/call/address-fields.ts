import type { Address } from '../lib/wire';

export interface AddressField {
  name: keyof Address;
  label: string;
  isNumber: boolean;
  example: string;
}

const host: AddressField = { name: 'host', label: 'Host', isNumber: false, example: '127.0.0.1' };
const port: AddressField = { name: 'port', label: 'Port', isNumber: true, example: '7000' };

/** The members of a family's address, in the order of Python's tuple. */
const FIELDS: Record<string, readonly AddressField[]> = {
  AF_INET: [host, port],
  AF_INET6: [{ ...host, example: '::1, fe80::1%eth0' }, port],
  AF_UNIX: [{ name: 'path', label: 'Path', isNumber: false, example: '/tmp/console.sock' }],
  AF_PACKET: [
    { name: 'ifname', label: 'Interface', isNumber: false, example: 'eth0' },
    { name: 'protocol', label: 'Protocol', isNumber: true, example: '3' },
  ],
  AF_NETLINK: [
    { name: 'pid', label: 'Port id', isNumber: true, example: '0' },
    { name: 'groups', label: 'Groups', isNumber: true, example: '0' },
  ],
  AF_VSOCK: [{ name: 'cid', label: 'CID', isNumber: true, example: '1' }, port],
};

export function fieldsOf(family: string): readonly AddressField[] {
  return FIELDS[family] ?? [];
}
