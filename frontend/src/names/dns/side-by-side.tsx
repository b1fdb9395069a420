import { duration } from '../../lib/duration';
import { word } from '../../lib/words';
import { Copyable } from '../../ui/copyable';
import { addressesIn, addressesOfLibc, verdictOf } from './answer';
import type { Asked, Comparison } from './ask';
import { spelled } from './spelled';

/** Each address in libc's order, then those that only DNS has; a column for each that was asked. */
export function SideBySide({ known }: { known: Comparison }) {
  const addresses = addressesAmong(known);
  if (addresses.length === 0) return null;
  return (
    <table class="answers">
      <caption class="visually-hidden">{word('names.dns.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('names.column.address')}</th>
          <th scope="col">{word('names.dns.column.libc')}</th>
          {known.asked.map(({ server }) => (
            <th key={spelled(server)} scope="col">
              {spelled(server)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {addresses.map((address) => (
          <AddressRow key={address} address={address} known={known} />
        ))}
      </tbody>
    </table>
  );
}

function addressesAmong({ libc, asked }: Comparison): readonly string[] {
  const ofDns = asked.flatMap(({ found }) => (found === null ? [] : addressesIn(found)));
  return [...new Set([...(libc ? addressesOfLibc(libc) : []), ...ofDns.map(({ address }) => address)])];
}

function AddressRow({ address, known: { libc, asked } }: { address: string; known: Comparison }) {
  return (
    <tr>
      <td data-name={word('names.column.address')}>
        <Copyable what={word('names.what.address')} text={address} />
      </td>
      <td data-name={word('names.dns.column.libc')}>{ofLibc(libc, address)}</td>
      {asked.map((one) => (
        <td key={spelled(one.server)} data-name={spelled(one.server)}>
          {ofServer(one, address)}
        </td>
      ))}
    </tr>
  );
}

function ofLibc(libc: Comparison['libc'], address: string): string {
  if (libc === null) return word('names.dns.pending');
  return word(addressesOfLibc(libc).includes(address) ? 'names.dns.yes' : 'names.dns.no');
}

function ofServer({ found }: Asked, address: string): string {
  if (found === null) return word('names.dns.pending');
  const verdict = verdictOf(found, address);
  if (typeof verdict === 'string') return word(`names.dns.${verdict}`);
  return word('names.dns.yes.ttl', { ttl: duration(verdict.has.ttl * 1000) });
}
