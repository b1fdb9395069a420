import type { AddressInfo } from '../lib/wire';
import { word } from '../lib/words';
import { Copyable } from '../ui/copyable';
import { CopyButton } from '../ui/copy-button';
import { ConnectButton, type Connecting } from './connect';

interface TableProps {
  items: readonly AddressInfo[];
  connecting: Connecting;
}

/** What getaddrinfo answered, in its order: that in which a program tries them. */
export function AddressTable({ items, connecting }: TableProps) {
  return (
    <table class="answers">
      <caption class="visually-hidden">{word('names.addresses')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('names.column.family')}</th>
          <th scope="col">{word('names.column.type')}</th>
          <th scope="col">{word('names.column.proto')}</th>
          <th scope="col">{word('names.column.canonname')}</th>
          <th scope="col">{word('names.column.address')}</th>
          <th scope="col">{word('names.column.port')}</th>
          <th scope="col">{word('names.column.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <AddressRow key={index} item={item} connecting={connecting} />
        ))}
      </tbody>
    </table>
  );
}

function AddressRow({ item, connecting }: { item: AddressInfo; connecting: Connecting }) {
  const { host = '', port = 0 } = item.address ?? {};
  return (
    <tr>
      <td data-name={word('names.column.family')}>
        <code>{item.family}</code>
      </td>
      <td data-name={word('names.column.type')}>
        <code>{item.type}</code>
      </td>
      <td data-name={word('names.column.proto')}>
        <code>{item.proto}</code>
      </td>
      <td data-name={word('names.column.canonname')}>
        {item.canonname === '' ? (
          <span class="hint">{word('names.nothing')}</span>
        ) : (
          <Copyable what={word('names.what.name')} text={item.canonname} />
        )}
      </td>
      <td data-name={word('names.column.address')}>
        <Copyable what={word('names.what.address')} text={host} />
      </td>
      <td data-name={word('names.column.port')}>
        <Copyable what={word('names.what.port')} text={String(port)} />
      </td>
      <td>
        <div class="actions">
          <ConnectButton item={item} connecting={connecting} />
          <a href={`/names/gethostbyaddr?ip_address=${encodeURIComponent(host)}`}>{word('names.reverse')}</a>
          <CopyButton what={word('names.what.row')} text={() => rowText(item)} />
        </div>
      </td>
    </tr>
  );
}

function rowText({ family, type, proto, canonname, address }: AddressInfo): string {
  return [family, type, proto, canonname, address?.host ?? '', address?.port ?? ''].join('\t');
}
