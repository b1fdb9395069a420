import type { ComponentChildren } from 'preact';
import { isLoopback, isMulticast, serviceOf, type Internet, type Spelling } from '../lib/spelling';
import { printable } from '../lib/text';
import { word } from '../lib/words';

/** What a typed address was understood as: `name example.org port 443 https · TCP`. */
export function Meaning({ spelling, type }: { spelling: Spelling; type: string }) {
  return <span class="meaning">{pieces(spelling, type)}</span>;
}

function pieces(spelling: Spelling, type: string): ComponentChildren {
  switch (spelling.kind) {
    case 'internet':
      return internet(spelling, type);
    case 'path':
      return [
        `${word('address.understood.path')} `,
        <b key="path">{printable(spelling.path)}</b>,
        ` · ${sort('UNIX', type)}`,
      ];
    case 'abstract':
      return [
        `${word('address.understood.abstract')} `,
        <b key="name">@{printable(spelling.name)}</b>,
        ` · ${sort('UNIX', type)}`,
      ];
    default:
      return null;
  }
}

function internet({ host, is, port }: Internet, type: string): ComponentChildren {
  const service = serviceOf(port);
  return (
    <>
      {word(`address.understood.${is}`)} {host !== '' && <b>{printable(host)}</b>}
      {isMulticast(host) && `${word('address.understood.multicast')} `}
      {isLoopback(host) && is !== 'name' && ` ${word('address.understood.loopback')}${port === '0' ? '' : ' ·'}`}{' '}
      {port === '0' ? (
        `· ${word('address.understood.any-port')}`
      ) : (
        <>
          {word('address.understood.port')} <b>{printable(port)}</b>
        </>
      )}{' '}
      {service} · {TRANSPORT[type] ?? type}
    </>
  );
}

const TRANSPORT: Record<string, string> = { SOCK_STREAM: 'TCP', SOCK_DGRAM: 'UDP' };

function sort(family: string, type: string): string {
  return `${family} ${type.replace('SOCK_', '').toLowerCase()}`;
}
