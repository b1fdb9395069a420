import { spell } from '../../lib/address';
import { printable } from '../../lib/text';
import type { NameServer } from './answer';

/** The usual port goes without saying. */
export const PORT = 53;

export function spelled({ address, port }: NameServer): string {
  return printable(port === PORT ? address : spell({ family: 'AF_INET', host: address, port }));
}
