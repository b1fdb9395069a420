import { Copyable } from '../ui/copyable';
import { CopyButton } from '../ui/copy-button';
import type { AddressInfo } from './calls';
import { ConnectButton, type Connecting } from './connect';

interface TableProps {
  items: readonly AddressInfo[];
  connecting: Connecting;
}

/** What getaddrinfo answered, in its order: that in which a program tries them. */
export function AddressTable({ items, connecting }: TableProps) {
  return (
    <table class="answers">
      <caption class="visually-hidden">Addresses, in the order of the resolver</caption>
      <thead>
        <tr>
          <th scope="col">Family</th>
          <th scope="col">Type</th>
          <th scope="col">Protocol</th>
          <th scope="col">Canonical name</th>
          <th scope="col">Address</th>
          <th scope="col">Port</th>
          <th scope="col">Actions</th>
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
      <td data-name="Family">
        <code>{item.family}</code>
      </td>
      <td data-name="Type">
        <code>{item.type}</code>
      </td>
      <td data-name="Protocol">
        <code>{item.proto}</code>
      </td>
      <td data-name="Canonical name">
        {item.canonname === '' ? <span class="hint">none</span> : <Copyable what="name" text={item.canonname} />}
      </td>
      <td data-name="Address">
        <Copyable what="address" text={host} />
      </td>
      <td data-name="Port">
        <Copyable what="port" text={String(port)} />
      </td>
      <td>
        <div class="actions">
          <ConnectButton item={item} connecting={connecting} />
          <a href={`/names/gethostbyaddr?ip_address=${encodeURIComponent(host)}`}>Reverse look-up</a>
          <CopyButton what="row" text={() => rowText(item)} />
        </div>
      </td>
    </tr>
  );
}

function rowText({ family, type, proto, canonname, address }: AddressInfo): string {
  return [family, type, proto, canonname, address?.host ?? '', address?.port ?? ''].join('\t');
}
