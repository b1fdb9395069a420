export interface AddressField {
  /** Its word is `address.field.NAME`. */
  name: 'host' | 'port' | 'path' | 'ifname' | 'protocol' | 'pid' | 'groups' | 'cid';
  isNumber: boolean;
  example: string;
}

const host: AddressField = { name: 'host', isNumber: false, example: '127.0.0.1' };
const port: AddressField = { name: 'port', isNumber: true, example: '7000' };

/** The members of a family's address, in the order of Python's tuple. */
const FIELDS: Record<string, readonly AddressField[]> = {
  AF_INET: [host, port],
  AF_INET6: [{ ...host, example: '::1, fe80::1%eth0' }, port],
  AF_UNIX: [{ name: 'path', isNumber: false, example: '/tmp/console.sock' }],
  AF_PACKET: [
    { name: 'ifname', isNumber: false, example: 'eth0' },
    { name: 'protocol', isNumber: true, example: '3' },
  ],
  AF_NETLINK: [
    { name: 'pid', isNumber: true, example: '0' },
    { name: 'groups', isNumber: true, example: '0' },
  ],
  AF_VSOCK: [{ name: 'cid', isNumber: true, example: '1' }, port],
};

export function fieldsOf(family: string): readonly AddressField[] {
  return FIELDS[family] ?? [];
}
