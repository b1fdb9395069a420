import { parseAddress } from './spelling';

/** Of an address that was put whole into the field of its host. */
export function partsOf(text: string): { host: string; port: string } | null {
  const spelling = parseAddress(text);
  if (spelling.kind !== 'internet' || spelling.host === '' || isNaN(Number(spelling.port))) return null;
  return { host: spelling.host, port: spelling.port };
}
