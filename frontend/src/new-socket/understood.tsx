import type { ComponentChildren } from 'preact';
import { isLoopback, parseAddress, serviceOf, type Internet, type Spelling } from '../lib/spelling';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { Resolved } from './address';
import { draft } from './draft';
import { lackOf, typeOf } from './form';
import { Glyph } from './glyph';
import { lack } from './state';

/** Beneath the field: what it was understood as, piece by piece, or what is missing. */
export function Understood() {
  const { address } = draft.value;
  const spelling = parseAddress(address);
  const wrong = lackOf(draft.value);
  const isAsked = lack.value !== null && lack.value !== 'local';
  return (
    <div class="understood" id="new-understood" aria-live="polite">
      {wrong === null || wrong === 'local' ? (
        <>
          <Glyph is="ok" /> {pieces(spelling, typeOf(draft.value))}
          <Resolved />
        </>
      ) : (
        <span class={isAsked ? 'bad' : undefined}>{word(`new.lack.${wrong}`)}</span>
      )}
    </div>
  );
}

/** `name example.org port 443 https · TCP` */
export function pieces(spelling: Spelling, type: string): ComponentChildren {
  switch (spelling.kind) {
    case 'internet':
      return internet(spelling, type);
    case 'path':
      return [
        `${word('new.understood.path')} `,
        <b key="path">{printable(spelling.path)}</b>,
        ` · ${sort('UNIX', type)}`,
      ];
    case 'abstract':
      return [
        `${word('new.understood.abstract')} `,
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
      {word(`new.understood.${is}`)} {host !== '' && <b>{printable(host)}</b>}
      {isLoopback(host) && is !== 'name' && ` ${word('new.understood.loopback')}${port === '0' ? '' : ' ·'}`}{' '}
      {port === '0' ? (
        `· ${word('new.understood.any-port')}`
      ) : (
        <>
          {word('new.understood.port')} <b>{printable(port)}</b>
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
